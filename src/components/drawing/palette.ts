export type Role =
  | "text"
  | "secondary"
  | "ground"
  | "wash"
  | "hairline"
  | "accent"
  | "second"
  | "girls"
  | "boys"
  | "off"
  | "likert-1"
  | "likert-2"
  | "likert-3"
  | "likert-4"
  | "likert-5";

/** Contrast of each colour on its ground was computed; text is at least 4.5 to 1. */
export const palette: Record<"light" | "dark", Record<Role, string>> = {
  light: {
    text: "#1a1f27",
    secondary: "#59636e",
    ground: "#ffffff",
    wash: "#f5f6f8",
    hairline: "#d5dae1",
    accent: "#006c75",
    second: "#9a5b00",
    girls: "#5a3d99",
    boys: "#6e7781",
    off: "#a3361b",
    "likert-1": "#a85a00",
    "likert-2": "#c27f2c",
    "likert-3": "#8a939d",
    "likert-4": "#4a979e",
    "likert-5": "#0a5c63",
  },
  dark: {
    text: "#e8ebef",
    secondary: "#a6afba",
    ground: "#12161b",
    wash: "#1b2027",
    hairline: "#3a424c",
    accent: "#4fc3cc",
    second: "#e0a04a",
    girls: "#b39ddb",
    boys: "#9aa4af",
    off: "#f08a6c",
    "likert-1": "#f0b96b",
    "likert-2": "#a8732f",
    "likert-3": "#5b6570",
    "likert-4": "#2f8f97",
    "likert-5": "#7fd6dc",
  },
};

/** A colour by its role: the page's style sheet holds the value, so that light and dark need one picture. */
export const ink = (role: Role): string => `var(--${role})`;

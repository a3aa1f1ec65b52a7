import { vector } from "./element.ts";
import { ink, type Role } from "./palette.ts";

/** A name that follows from the content alone (FNV-1a), so that the same page is built twice alike. */
export const contentId = (prefix: string, content: unknown): string => {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(content)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return `${prefix}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
};

/** Slanted lines for what is estimated or provisional. */
export const hatching = (document: Document, id: string, role: Role): SVGDefsElement =>
  vector(
    document,
    "defs",
    {},
    vector(
      document,
      "pattern",
      { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      vector(document, "rect", { width: 5, height: 5, fill: ink(role), "fill-opacity": 0.18 }),
      vector(document, "rect", { width: 2, height: 5, fill: ink(role) }),
    ),
  );

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ink, palette } from "../../../../src/components/drawing/palette.ts";

const sheet = join(import.meta.dirname, "../../../../src/style.css");

const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** The custom properties of the first block that opens after a text. */
const properties = (css: string, from: string) => {
  const start = css.indexOf("{", css.indexOf(":root", css.indexOf(from)));
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-fA-F]{6})/g)].map(([, name, hex]) => [name, hex?.toLowerCase()]),
  );
};

describe("palette", () => {
  it("writes a role as the variable of the style sheet", () => {
    expect(ink("likert-1")).toBe("var(--likert-1)");
  });

  it.each(["light", "dark"] as const)("keeps every colour of words at 4.5 to 1 on its ground (%s)", (mode) => {
    const { ground, ...colours } = palette[mode];
    for (const role of ["text", "secondary", "accent", "second", "girls", "boys", "off"] as const)
      expect(contrast(colours[role], ground), role).toBeGreaterThanOrEqual(4.5);
  });

  it.skipIf(!existsSync(sheet))("has the same values as the style sheet, light and dark", () => {
    const css = readFileSync(sheet, "utf8");
    expect(properties(css, ":root")).toMatchObject(palette.light);
    expect(properties(css, "prefers-color-scheme: dark")).toMatchObject(palette.dark);
  });
});

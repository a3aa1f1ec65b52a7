import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread, textWidth, wrap } from "../../../../src/components/words/text.ts";

describe("spread(wanted, heights, low, high)", () => {
  it("moves labels apart and keeps their order", () => {
    expect(spread([100, 102, 50], [16, 16, 16], 0, 200)).toEqual([100, 116, 50]);
  });

  it("pushes back what would fall off the end", () => {
    expect(spread([198, 200], [16, 32], 0, 200)).toEqual([160, 184]);
  });

  it("stays within its ends however many labels there are", () => {
    const wanted = fc.array(fc.integer({ min: -50, max: 350 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(wanted, (places) => {
        for (const place of spread(
          places,
          places.map(() => 16),
          0,
          300,
        )) {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(300 + 1e-6);
        }
      }),
    );
  });
});

describe("wrap(text, width)", () => {
  it("cuts between words at the width", () => {
    expect(wrap("De les wekte interesse voor STEM", 110)).toEqual(["De les wekte", "interesse voor", "STEM"]);
  });

  it("leaves a long word whole", () => {
    expect(wrap("arbeidsmarktfinaliteit", 20)).toEqual(["arbeidsmarktfinaliteit"]);
  });

  it("cuts a word that no picture holds, with an ellipsis", () => {
    const [line = "", ...more] = wrap("x".repeat(300), 100);
    expect(more).toEqual([]);
    expect(line).toMatch(/^x+…$/);
    expect(textWidth(line)).toBeLessThanOrEqual(240);
    expect(textWidth(`x${line}`)).toBeGreaterThan(240);
  });

  it("has no line wider than the widest word or the width, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 10, max: 400 }), (text, width) => {
        for (const line of wrap(text, width)) expect(textWidth(line)).toBeLessThanOrEqual(Math.max(width, 240));
      }),
    );
  });
});

describe("textWidth(text, size)", () => {
  it("grows with the letters and with the size", () => {
    expect(textWidth("WW")).toBeGreaterThan(textWidth("ii"));
    expect(textWidth("abc", 26)).toBeCloseTo(2 * textWidth("abc", 13));
  });
});

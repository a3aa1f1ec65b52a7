import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { charts } from "../../../src/components/index.ts";
import type { ShareRow } from "../../../src/data/girls/rows.ts";
import type { BreakdownRow } from "../../../src/data/rows.ts";

const { document } = parseHTML("<html></html>");
/** Names as an export may have them: without a space, of many words, in any script, of nothing at all. */
const name = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((length) => "W".repeat(length)),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 }).map((words) => words.join(" ")),
);
const bars = (names: string[]): BreakdownRow[] =>
  names.map((text, i) => ({
    ...{ group: String(i), label: { nl: text, en: text }, value: i * 7, last_year: i + 2 },
    ...{ numerator: i * 7, denominator: null, status: "p" },
  }));
const lines = (names: string[]): ShareRow[] =>
  names.flatMap((text, i) =>
    ["2023-2024", "2024-2025"].map((school_year, year) => ({
      ...{ school_year, group: String(i), label: { nl: text, en: text }, value: (i + 1 + year) / 20 },
      ...{ numerator: i + 1, denominator: 20, status: null, target: null, target_period: null },
    })),
  );

/** Sizes that no picture may have, and texts that stand outside it. */
function faults(svg: SVGSVGElement): string[] {
  const [, , width = 0] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const sizes = [...svg.querySelectorAll("rect, svg")].flatMap((element) =>
    ["width", "height"].flatMap((side) => {
      const value = element.getAttribute(side);
      return value !== null && (Number.isNaN(Number.parseFloat(value)) || Number.parseFloat(value) < 0)
        ? [`${element.tagName} ${side} ${value}`]
        : [];
    }),
  );
  const outside = [...svg.querySelectorAll("text[x]")].filter((text) => {
    const x = Number(text.getAttribute("x"));
    return !(x >= -1 && x <= width + 1);
  });
  return [...sizes, ...outside.map((text) => `text at ${text.getAttribute("x")}`)];
}

it.each([360, 760])("no name makes a bar or a line of a chart of %i px negative, or puts a text outside", (width) => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), fc.constantFrom("nl", "en"), (names, lang) => {
      const surroundings = { width, lang, document } as const;
      expect(faults(charts.breakdownBars.draw(bars(names), surroundings, null))).toEqual([]);
      expect(faults(charts.shareLines.draw(lines(names), surroundings, null))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it("gives a cut name whole in the table", () => {
  const whole = "W".repeat(300);
  const { table } = charts.breakdownBars.tell(bars([whole, "kort"]), "nl", null);
  expect(table.rows.flat()).toContain(whole);
});

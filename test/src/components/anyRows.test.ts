import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { serialiseSvg } from "../../../src/components/drawing/serialise.ts";
import type { Chart } from "../../../src/components/figure/chart.ts";
import { charts, parts } from "../../../src/components/index.ts";
import { arbitraryRows, meaning, score } from "./arbitraryRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const faulty = /NaN|undefined|Infinity|\[object|null/;
const langs = fc.constantFrom("nl" as const, "en" as const);
const widths = fc.constantFrom(760, 360);
const names = Object.keys(charts) as (keyof typeof charts)[];

describe("any rows", () => {
  it.each(names)("%s draws and tells them without a fault", (name) => {
    const chart = charts[name] as unknown as Chart<object>;
    const rows = fc.array(arbitraryRows[name] as fc.Arbitrary<object>, { maxLength: 12 });
    fc.assert(
      fc.property(rows, langs, widths, fc.option(meaning, { nil: null }), (rows, lang, width, meaning) => {
        const words = JSON.stringify(chart.tell(rows, lang, meaning));
        expect(words).not.toMatch(faulty);
        const svg = serialiseSvg(chart.draw(rows, { width, lang, document }, meaning));
        expect(svg).not.toMatch(faulty);
        expect(svg).not.toMatch(/var\(|currentColor/);
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it.each(["answer", "scorecard"] as const)("%s says them without a fault", (name) => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 6 }), langs, (rows, lang) => {
        const element = parts[name](rows, { width: 760, lang, document, frame });
        expect(element.outerHTML).not.toMatch(faulty);
      }),
      { numRuns: 150 },
    );
  });
});

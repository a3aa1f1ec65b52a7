import { describe, expect, it } from "vitest";
import { drawFigure } from "../../reports/picture.ts";
import { vector } from "../../src/components/drawing/element.ts";
import type { Chart } from "../../src/components/figure/chart.ts";

const chart: Chart<number> = {
  draw: (rows, { width, lang, document }, meaning) =>
    vector(document, "svg", { width, height: rows.length }, vector(document, "text", {}, `${lang} <${meaning?.id}>`)),
  tell: () => ({ title: "Finding", subtitle: "Measure", alternative: "In words", table: { columns: [], rows: [] } }),
};
const text = { nl: "", en: "" };
const meaning = { id: "lectures_count", name: text, definition: text, unit: text, decimals: 0, is_share: false };

describe("drawFigure(name, chart, section, asOf, lang)", () => {
  it("gives the chart as a file of its own, with what the chart says", () => {
    expect(drawFigure("peil", chart, { rows: [1, 2], meaning, sources: [] }, "2026-03-02", "en")).toEqual({
      svg: '<svg xmlns="http://www.w3.org/2000/svg" height="2" width="720"><text>en &lt;lectures_count&gt;</text></svg>',
      figure: {
        picture: "peil.svg",
        title: "Finding",
        subtitle: "Measure",
        alternative: "In words",
        source: "No sources were given.",
      },
    });
  });
});

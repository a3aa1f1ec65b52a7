import { parseHTML } from "linkedom";
import type { Chart, Part } from "../../../src/components/figure/chart.ts";

interface Bar {
  label: string;
  value: number;
}

/** A chart of one bar with a clip path, so that tests need no chart of ours. */
export const oneBar: Chart<Bar> = {
  draw: (rows, { width, document }) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", `0 0 ${width} 40`);
    svg.innerHTML = `<clipPath id="plot-clip-7"><rect width="9" height="9"/></clipPath><rect clip-path="url(#plot-clip-7)" width="${rows[0]?.value}" height="9" fill="var(--accent)"/>`;
    return svg;
  },
  tell: (rows, lang) => ({
    title: lang === "nl" ? "Eén balk & niets < meer" : "One bar & nothing < more",
    subtitle: "lessen",
    alternative: `Balk van ${rows[0]?.value}.`,
    table: {
      columns: [
        { label: "Groep", isNumber: false },
        { label: "Waarde", isNumber: true },
      ],
      rows: rows.map(({ label, value }) => [label, String(value)]),
    },
  }),
};

export const sentence: Part<Bar> = (rows, { lang, document, frame }) => {
  const paragraph = document.createElement("p");
  paragraph.append(`${lang} ${rows.length} ${frame.as_of}`);
  return paragraph;
};

export const registry = { charts: { oneBar }, parts: { sentence } };
export const newDocument = (): Document => parseHTML("<!doctype html><html><body></body></html>").document;

import { html } from "../drawing/element.ts";
import type { Table } from "./chart.ts";

/** A table of texts with its caption; it scrolls by itself where the page is too narrow, and the keyboard can reach it. */
export function dataTable({ columns, rows }: Table, caption: string, document: Document): HTMLElement {
  const look = (index: number) => ({ class: columns[index]?.isNumber ? "number" : undefined });
  const head = columns.map(({ label }, index) => html(document, "th", { scope: "col", ...look(index) }, label));
  const lines = rows.map((cells) =>
    html(
      document,
      "tr",
      {},
      ...cells.map((cell, index) =>
        index === 0
          ? html(document, "th", { scope: "row", ...look(index) }, cell)
          : html(document, "td", look(index), cell),
      ),
    ),
  );
  return html(
    document,
    "div",
    { class: "table-scroll", role: "region", tabindex: 0, "aria-label": caption },
    html(
      document,
      "table",
      { class: "data" },
      html(document, "caption", {}, caption),
      html(document, "thead", {}, html(document, "tr", {}, ...head)),
      html(document, "tbody", {}, ...lines),
    ),
  );
}

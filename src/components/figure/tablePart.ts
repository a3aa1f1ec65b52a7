import { html } from "../drawing/element.ts";
import { formatDay } from "../words/words.ts";
import type { Lang, Part, Table } from "./chart.ts";
import { dataTable } from "./dataTable.ts";

/** A part that is one table, or a sentence when there are no rows. */
export const tablePart =
  <Row>(
    caption: Record<Lang, string>,
    none: Record<Lang, string>,
    cells: (rows: readonly Row[], lang: Lang) => Table,
  ): Part<Row> =>
  (rows, { document, lang }) =>
    rows.length === 0 ? html(document, "p", {}, none[lang]) : dataTable(cells(rows, lang), caption[lang], document);

export const columns = (labels: string[], ...numbers: number[]) =>
  labels.map((label, index) => ({ label, isNumber: numbers.includes(index) }));
/** A day on one line: a narrow column would break it in three. */
export const day = (text: string | null, lang: Lang) =>
  text === null || Number.isNaN(Date.parse(`${text}T00:00:00Z`))
    ? "–"
    : formatDay(text, lang).replaceAll(" ", "\u00a0");

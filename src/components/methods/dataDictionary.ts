import type { TableRow } from "../../data/methods/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { count } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";

type Column = TableRow["columns"][number];

const labels: Record<Lang, string[]> = {
  nl: ["Kolom", "Betekenis", "Wat erin hoort", "Verplicht", "Persoonsgegeven"],
  en: ["Column", "Meaning", "What belongs in it", "Required", "Personal"],
};

/** Every canonical table with its columns, closed until the reader opens it. */
export const dataDictionary: Part<TableRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const yes = (is: boolean) => (is ? (nl ? "ja" : "yes") : nl ? "nee" : "no");
  const needed = ({ is_key, is_required }: Column) => (is_key ? (nl ? "ja, sleutel" : "yes, key") : yes(is_required));
  const meaning = (column: Column) =>
    column.refers_to === null
      ? column.meaning[lang]
      : `${column.meaning[lang]} (${nl ? "verwijst naar" : "refers to"} ${tableName(column.refers_to, lang)})`;
  const one = ({ table, title, columns }: TableRow) =>
    html(
      document,
      "details",
      { id: `table-${table}` },
      html(
        document,
        "summary",
        {},
        `${title[lang]} `,
        html(document, "code", {}, table),
        ` (${count(columns.length, nl ? "kolommen" : "columns", lang)})`,
      ),
      dataTable(
        {
          columns: labels[lang].map((label) => ({ label, isNumber: false })),
          rows: columns.map((column) => [
            column.name,
            meaning(column),
            column.expects[lang],
            needed(column),
            yes(column.is_personal),
          ]),
        },
        nl ? `Kolommen van ${tableName(table, lang)}` : `Columns of ${tableName(table, lang)}`,
        document,
      ),
    );
  return html(document, "div", { class: "dictionary" }, ...rows.map(one));
};

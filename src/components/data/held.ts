import type { RejectedRow } from "../../data/data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { count, list } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";
import { formatNumber } from "../words/words.ts";

/** How many rows wait in quarantine, and in which tables. */
export const held: Part<RejectedRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const byTable = new Map<string, number>();
  for (const row of rows) byTable.set(row.table, (byTable.get(row.table) ?? 0) + row.rows);
  const tables = [...byTable].filter(([, number]) => number > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const total = tables.reduce((sum, [, number]) => sum + number, 0);
  if (total === 0)
    return html(
      document,
      "p",
      { class: "held" },
      nl
        ? "Geen enkele rij wacht in quarantaine: alle gelezen rijen tellen mee."
        : "No rows wait in quarantine: every row that was read counts.",
    );
  const where = list(
    tables.map(([name]) => tableName(name, lang)),
    lang,
  );
  const sentence = nl
    ? `${count(total, "rijen", lang)} ${total === 1 ? "wacht" : "wachten"} in quarantaine (${where}) en ${total === 1 ? "telt" : "tellen"} niet mee tot de fout verbeterd is.`
    : `${count(total, "rows", lang)} ${total === 1 ? "waits" : "wait"} in quarantine (${where}) and ${total === 1 ? "does" : "do"} not count until the fault is mended.`;
  const table = {
    columns: [
      { label: nl ? "Tabel" : "Table", isNumber: false },
      { label: nl ? "Rijen in quarantaine" : "Rows in quarantine", isNumber: true },
    ],
    rows: tables.map(([name, number]) => [tableName(name, lang), formatNumber(number, lang)]),
  };
  const caption = nl ? "Rijen in quarantaine per tabel" : "Rows in quarantine by table";
  return html(
    document,
    "div",
    { class: "held" },
    html(document, "p", {}, sentence),
    dataTable(table, caption, document),
  );
};

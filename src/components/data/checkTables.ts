import type { CheckRow, RejectedRow } from "../../data/data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { folded } from "../figure/facts.ts";
import { columns, tablePart } from "../figure/tablePart.ts";
import { count } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";
import { formatNumber } from "../words/words.ts";

export const rejectedTable: Part<RejectedRow> = tablePart(
  { nl: "Geweigerde rijen per regel", en: "Rejected rows by rule" },
  { nl: "Er zijn geen rijen geweigerd.", en: "No rows were rejected." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl" ? ["Tabel", "Kolom", "Regel", "Reden", "Rijen"] : ["Table", "Column", "Rule", "Reason", "Rows"],
      4,
    ),
    rows: rows.map((row) => [
      tableName(row.table, lang),
      row.column,
      row.rule,
      row.message[lang],
      formatNumber(row.rows, lang),
    ]),
  }),
);

const results: Record<CheckRow["result"], Record<Lang, string>> = {
  pass: { nl: "✓ in orde", en: "✓ pass" },
  warning: { nl: "◐ waarschuwing", en: "◐ warning" },
  fail: { nl: "▲ mislukt", en: "▲ fail" },
};
const severities: Record<CheckRow["severity"], Record<Lang, string>> = {
  blocking: { nl: "houdt de inleesbeurt tegen", en: "stops the load" },
  warning: { nl: "waarschuwt", en: "warns" },
};

const checkTable: Part<CheckRow> = tablePart(
  { nl: "Controles van deze inleesbeurt", en: "Checks of this load" },
  { nl: "Er zijn geen controles gedaan.", en: "No checks were run." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Controle", "Fase", "Gevolg", "Uitslag", "Bericht", "Rijen"]
        : ["Check", "Stage", "Effect", "Result", "Message", "Rows"],
      5,
    ),
    rows: rows.map((row) => [
      row.id,
      row.stage,
      severities[row.severity][lang],
      results[row.result][lang],
      row.message[lang],
      formatNumber(row.rows, lang),
    ]),
  }),
);

/** What needs a look stands open; checks that passed are behind one line. */
export const checksTable: Part<CheckRow> = (rows, surroundings) => {
  const { document, lang } = surroundings;
  const nl = lang === "nl";
  const passed = rows.filter(({ result }) => result === "pass");
  const others = rows.filter(({ result }) => result !== "pass");
  if (passed.length === 0) return checkTable(rows, surroundings);
  const all = count(rows.length, nl ? "controles" : "checks", lang);
  const head = nl
    ? `${formatNumber(passed.length, lang)} van de ${all} in orde`
    : `${formatNumber(passed.length, lang)} of ${all} passed`;
  return html(
    document,
    "div",
    {},
    ...(others.length === 0 ? [] : [checkTable(others, surroundings)]),
    folded(document, head, checkTable(passed, surroundings)),
  );
};

import type { FlagRow, MethodCount, OriginRow, StatusRow, ThresholdRow } from "../../data/methods/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { count, upperFirst } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";
import { flagWords } from "../words/values.ts";
import { formatDay, formatNumber, statusWords } from "../words/words.ts";
import { formatThreshold } from "./methodWords.ts";

const columns = (labels: string[], ...numbers: number[]) =>
  labels.map((label, index) => ({ label, isNumber: numbers.includes(index) }));
const pick = (lang: Lang, nl: string[], en: string[]) => (lang === "nl" ? nl : en);

/** What the page holds, in one sentence. */
export const methodAnswer: Part<MethodCount> = (rows, { document, lang, frame }) => {
  const nl = lang === "nl";
  const { indicators, analyses, results, without_figure } = rows[0] ?? {
    ...{ indicators: 0, analyses: 0, results: 0, without_figure: 0 },
  };
  const number = (value: number) => formatNumber(value, lang);
  const day = Number.isNaN(Date.parse(frame.as_of)) ? frame.as_of : formatDay(frame.as_of, lang);
  const head = nl
    ? `Elk cijfer volgt uit een vaste definitie: ${count(indicators, "indicatoren", lang)} en ${count(analyses, "analyses", lang)} op ${day}`
    : `Every figure follows from a fixed definition: ${count(indicators, "indicators", lang)} and ${count(analyses, "analyses", lang)} as of ${day}`;
  const rest = nl
    ? without_figure === 0
      ? "elk resultaat heeft een cijfer"
      : `voor ${number(without_figure)} van de ${number(results)} resultaten is er geen cijfer, met de reden erbij`
    : without_figure === 0
      ? "each result has a figure"
      : `${number(without_figure)} of the ${number(results)} results ${without_figure === 1 ? "has" : "have"} no figure, and the page says why`;
  return html(document, "p", { class: "answer" }, results === 0 ? `${head}.` : `${head}; ${rest}.`);
};

/** The numbers that decide what is reported, each with its source. */
export const thresholdsTable: Part<ThresholdRow> = (rows, { document, lang }) => {
  const labels = pick(
    lang,
    ["Drempel", "Waarde", "Bron", "Sleutel in de configuratie"],
    ["Threshold", "Value", "Source", "Key in the configuration"],
  );
  const table = dataTable(
    {
      columns: columns(labels, 1),
      rows: rows.map((row) => [upperFirst(row.name[lang]), formatThreshold(row, lang), row.source[lang], row.id]),
    },
    lang === "nl" ? "Drempels van deze inleesbeurt" : "Thresholds of this load",
    document,
  );
  table.classList.add("thresholds");
  for (const [index, line] of [...table.querySelectorAll("tbody tr")].entries())
    line.setAttribute("id", `threshold-${rows[index]?.id}`);
  return table;
};

/** The letters beside a figure. */
export const flagsTable: Part<FlagRow> = (rows, { document, lang }) =>
  dataTable(
    {
      columns: columns(pick(lang, ["Letter", "Betekenis", "Wanneer"], ["Letter", "Meaning", "When"])),
      rows: rows.map(({ flag, meaning }) => [flag, flagWords(flag, lang), meaning[lang]]),
    },
    lang === "nl" ? "Letters naast een cijfer" : "Letters beside a figure",
    document,
  );

/** The words that say how a figure stands against its target. */
export const statusTable: Part<StatusRow> = (rows, { document, lang }) =>
  dataTable(
    {
      columns: columns(pick(lang, ["Statuswoord", "Wanneer"], ["Status word", "When"])),
      rows: rows.map(({ status, meaning }) => [statusWords[status][lang], meaning[lang]]),
    },
    lang === "nl" ? "Woorden voor de stand tegenover een doel" : "Words for the standing against a target",
    document,
  );

/** Which loaded files are invented and which are real. */
export const originsTable: Part<OriginRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er zijn geen bestanden geladen." : "No files were loaded.");
  return dataTable(
    {
      columns: columns(pick(lang, ["Bestand", "Tabel", "Rijen", "Soort"], ["File", "Table", "Rows", "Kind"]), 2),
      rows: rows.map(({ label, table, rows, is_synthetic }) => [
        upperFirst(label[lang]),
        tableName(table, lang),
        formatNumber(rows, lang),
        is_synthetic ? (nl ? "verzonnen" : "invented") : nl ? "echt" : "real",
      ]),
    },
    nl ? "Verzonnen en echte bestanden van deze inleesbeurt" : "Invented and real files of this load",
    document,
  );
};

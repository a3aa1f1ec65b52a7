import type { DoseRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part, Table } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns } from "../figure/tablePart.ts";
import { count, programmeTitle } from "../words/nouns.ts";
import { formatNumber, formatShare, schoolYearName } from "../words/words.ts";

const half = (median: number, lang: Lang) => formatNumber(median, lang, Number.isInteger(median) ? 0 : 1);

function sentence(row: DoseRow, lang: Lang): string {
  const { school_year, is_current_year, reached_schools, once_reached_schools, median_lectures, returning_schools } =
    row;
  const schools = (number: number) => count(number, lang === "nl" ? "scholen" : "schools", lang);
  const lectures = `${half(median_lectures, lang)} ${median_lectures === 1 ? (lang === "nl" ? "gastles" : "lecture") : lang === "nl" ? "gastlessen" : "lectures"}`;
  if (lang === "nl") {
    const so_far = is_current_year ? " tot nu toe" : "";
    const once = once_reached_schools === null ? "" : ` Eén gastles en niet meer: ${schools(once_reached_schools)}.`;
    const back =
      returning_schools === null
        ? ""
        : ` Bij ${schools(returning_schools)} was er ook in een eerder schooljaar al een gastles.`;
    return `${programmeTitle(row.programme, lang)} in ${school_year}${so_far}: ${schools(reached_schools)} met een gastles, met een mediaan van ${lectures} per school.${once}${back}`;
  }
  const so_far = is_current_year ? " so far" : "";
  const once = once_reached_schools === null ? "" : ` One lecture and no more: ${schools(once_reached_schools)}.`;
  const back =
    returning_schools === null ? "" : ` ${schools(returning_schools)} had had a lecture in an earlier school year too.`;
  return `${programmeTitle(row.programme, lang)} in ${school_year}${so_far}: ${schools(reached_schools)} with a lecture, with a median of ${lectures} a school.${once}${back}`;
}

function table(rows: readonly DoseRow[], lang: Lang): Table {
  const labels =
    lang === "nl"
      ? [
          "Schooljaar",
          "Bereikte scholen",
          "Mediaan per school",
          "Eén gastles",
          "Ook een eerder jaar",
          "Derde graad",
          "Online",
          "Nabespreking",
        ]
      : [
          "School year",
          "Schools reached",
          "Median a school",
          "One lecture",
          "In an earlier year too",
          "Third stage",
          "Online",
          "Wrap-up",
        ];
  const part = (some: number | null, all: number | null, unknown = "–") =>
    some === null || all === null || all === 0
      ? some === null
        ? unknown
        : "–"
      : `${formatShare(some / all, lang, 0)} (${formatNumber(some, lang)}/${formatNumber(all, lang)})`;
  return {
    columns: columns(labels, 1, 2, 3, 4, 5, 6, 7),
    rows: rows.map((row) => [
      schoolYearName(row, lang),
      formatNumber(row.reached_schools, lang),
      half(row.median_lectures, lang),
      part(row.once_reached_schools, row.reached_schools, "c"),
      part(row.returning_schools, row.reached_schools),
      part(row.third_stage, row.stage_known, "c"),
      part(row.online, row.format_known, "c"),
      part(row.wrapped_up, row.wrap_ups_due),
    ]),
  };
}

const captions: Record<Lang, string> = {
  nl: "hoeveel gastlessen een school kreeg en hoe ze gegeven zijn, met teller en noemer",
  en: "how many lectures a school got and how they were given, with numerator and denominator",
};

const folds: Record<Lang, string> = {
  nl: "Alle schooljaren, en hoe de gastlessen gegeven zijn",
  en: "All school years, and how the lectures were given",
};

/** Dose and fidelity of one programme: the last school year in a sentence, all of them in a table. */
export const lectureDose: Part<DoseRow> = (rows, { document, lang }) => {
  const last = rows.at(-1);
  if (last === undefined)
    return html(document, "p", {}, lang === "nl" ? "Er is geen gastles gegeven." : "No lecture was held.");
  return html(
    document,
    "div",
    {},
    html(document, "p", {}, sentence(last, lang)),
    folded(
      document,
      folds[lang],
      dataTable(table(rows, lang), `${programmeTitle(last.programme, lang)}: ${captions[lang]}`, document),
    ),
  );
};

import type { DistanceRow, MatchingRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import { drawRowBars } from "../drawing/rowBars.ts";
import type { Chart, Lang, Part, Telling } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { formatNumber, formatShare, schoolYearName } from "../words/words.ts";
import { HIDDEN, share, whole, why } from "./shownOrHidden.ts";

const km = (value: number | null, lang: Lang) => (value === null ? HIDDEN : `${formatNumber(value, lang, 1)} km`);
const areaName = (row: DistanceRow, lang: Lang) => row.province ?? schoolYearName(row, lang);

function tellDistances(rows: readonly DistanceRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const last = rows.findLast((row) => row.province === null && !row.is_current_year && row.median_km !== null);
  const furthest = rows
    .filter(({ province, median_km }) => province !== null && median_km !== null)
    .toSorted((a, b) => (b.median_km ?? 0) - (a.median_km ?? 0))[0];
  const title =
    last === undefined && furthest !== undefined
      ? nl
        ? `Het verst reisden gastdocenten in ${furthest.school_year} in ${furthest.province}: de helft van de gastlessen lag binnen ${km(furthest.median_km, lang)}`
        : `Lecturers travelled furthest in ${furthest.province} in ${furthest.school_year}: half of the lectures were within ${km(furthest.median_km, lang)}`
      : last === undefined
        ? nl
          ? "Hoe ver gastdocenten reisden, is niet te zeggen"
          : "How far lecturers travelled cannot be told"
        : nl
          ? `De helft van de gastlessen in ${last.school_year} lag binnen ${km(last.median_km, lang)} van de gastdocent`
          : `Half of the lectures in ${last.school_year} were within ${km(last.median_km, lang)} of the lecturer`;
  const text = (row: DistanceRow) =>
    row.median_km === null
      ? `c (${why(row, lang)})`
      : `${km(row.median_km, lang)}${row.p90_km === null ? "" : nl ? `, 9 op 10 binnen ${km(row.p90_km, lang)}` : `, 9 in 10 within ${km(row.p90_km, lang)}`}`;
  return {
    title,
    subtitle: nl
      ? "Afstand in vogelvlucht van gastdocent tot school: balk tot de mediaan, dunne lijn tot waar 9 op 10 gastlessen binnen vallen"
      : "Distance from lecturer to school as the crow flies: bar to the median, thin line to where 9 in 10 lectures lie within",
    alternative: [
      `${nl ? "Balken per schooljaar en provincie" : "Bars by school year and province"}. ${title}.`,
      ...rows.map((row) => `${areaName(row, lang)}: ${text(row)}.`),
    ].join(" "),
    table: {
      columns: columns(
        nl
          ? ["Schooljaar of provincie", "Mediaan", "9 op 10 binnen", "Binnen 30 km"]
          : ["School year or province", "Median", "9 in 10 within", "Within 30 km"],
        ...[1, 2, 3],
      ),
      rows: rows.map((row) => [
        areaName(row, lang),
        km(row.median_km, lang),
        km(row.p90_km, lang),
        share(row.near_share, lang),
      ]),
    },
  };
}

/** How far lecturers travelled, school year by school year and in each province. */
export const distanceBars: Chart<DistanceRow> = {
  tell: tellDistances,
  draw(rows, surroundings) {
    const { lang } = surroundings;
    const { title, alternative } = tellDistances(rows, lang);
    const bars = rows.map((row) => ({
      ...{ name: areaName(row, lang), from: row.median_km === null ? null : 0, to: row.median_km },
      ...{ lower: row.p90_km === null ? null : row.median_km, upper: row.p90_km, isWeak: row.is_current_year },
      text: row.median_km === null ? `c (${why(row, lang)})` : km(row.median_km, lang),
    }));
    return drawRowBars(bars, surroundings, { title, alternative, format: (tick) => `${formatNumber(tick, lang)} km` });
  },
};

/** What the best matching would have saved on the road, in a sentence and a table. */
export const matchingTable: Part<MatchingRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const last =
    rows.findLast(({ is_current_year, efficiency }) => !is_current_year && efficiency !== null) ?? rows.at(-1);
  if (last === undefined)
    return html(document, "p", {}, nl ? "Er is geen gastles om te koppelen." : "There is no lecture to match.");
  const told =
    last.efficiency === null
      ? nl
        ? `Hoeveel kortere wegen er waren, is niet te zeggen: ${why(last, lang)}.`
        : `How much shorter the way could have been cannot be told: ${why(last, lang)}.`
      : nl
        ? `Met dezelfde gastdocenten had de beste verdeling in ${schoolYearName(last, lang)} ${formatShare(last.efficiency, lang, 0)} van de kilometers gevraagd.`
        : `With the same lecturers, the best matching in ${schoolYearName(last, lang)} would have taken ${formatShare(last.efficiency, lang, 0)} of the kilometres.`;
  const labels = nl
    ? ["Schooljaar", "Gastdocenten", "Gereden km", "Beste verdeling", "Deel", "Binnen dezelfde discipline"]
    : ["School year", "Lecturers", "Km travelled", "Best matching", "Part", "Within the same discipline"];
  const table = {
    columns: columns(labels, 1, 2, 3, 4, 5),
    rows: rows.map((row) => [
      schoolYearName(row, lang),
      whole(row.lecturers, lang),
      row.actual_km === null ? HIDDEN : formatNumber(row.actual_km, lang),
      row.optimal_km === null ? HIDDEN : formatNumber(row.optimal_km, lang),
      share(row.efficiency, lang),
      share(row.same_discipline_efficiency, lang),
    ]),
  };
  const caption = nl
    ? "Kilometers in vogelvlucht, heen: gereden, en bij de beste verdeling van dezelfde gastlessen"
    : "Kilometres as the crow flies, one way: travelled, and with the best matching of the same lectures";
  return html(document, "div", {}, html(document, "p", {}, told), dataTable(table, caption, document));
};

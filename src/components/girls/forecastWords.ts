import { nice } from "d3-array";
import type { TrendRow } from "../../data/girls/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { flagWords } from "../words/values.ts";
import { formatShare } from "../words/words.ts";
import { withoutFigure } from "./shiftWords.ts";
import { direction, limits, reached } from "./targetYear.ts";

/** The rows in the order of their years. */
export const inOrder = (rows: readonly TrendRow[]): TrendRow[] =>
  rows.toSorted((a, b) => (a.school_year < b.school_year ? -1 : a.school_year > b.school_year ? 1 : 0));

/** The values between which the axis runs: the shares lie too close together for one that starts at zero. */
export function axisOf(rows: readonly TrendRow[]): [low: number, high: number] {
  const values = [
    ...rows.flatMap((row) => [row.share, row.fitted, row.predicted_lower, row.predicted_upper, row.walk]),
    rows[0]?.aim?.target ?? null,
  ].filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return nice(least - 0.01 * Math.abs(least), Math.max(most, least + 0.01) + 0.01 * Math.abs(most), 5);
}

function finding(rows: readonly TrendRow[], lang: Lang): string {
  const nl = lang === "nl";
  const ahead = rows.findLast(({ is_forecast, fitted }) => is_forecast && fitted !== null);
  const aim = rows[0]?.aim ?? null;
  if (aim?.is_met && aim.target !== null) {
    const falls = direction(aim) < 0;
    return `${reached(aim, aim.target, lang)}${falls ? (nl ? ", maar de lijn daalt" : ", but the line falls") : ""}`;
  }
  if (ahead === undefined) {
    const reason = rows.find(({ share, reason }) => share !== null && reason !== null)?.reason ?? aim?.reason ?? null;
    const why = withoutFigure(reason, lang).slice(0, -1);
    return nl ? why.replace("Geen cijfer", "Geen vooruitblik") : why.replace("No figure", "No forecast");
  }
  const expected = formatShare(ahead.fitted ?? 0, lang);
  if (aim === null || aim.target === null)
    return nl
      ? `Op deze lijn is het aandeel meisjes ${expected} in ${ahead.school_year}; er is geen doel geladen`
      : `On this line the girls' share is ${expected} in ${ahead.school_year}; no target was loaded`;
  const target = formatShare(aim.target, lang, 2);
  if (aim.verdict === "uncertain") {
    const year = (text: string | null) => text ?? (nl ? "geen jaar" : "no year");
    return nl
      ? `Wanneer meisjes ${target} halen, is onzeker: ${year(aim.reached_year)} op de lijn, ${year(aim.walk_year)} op de toevalswandeling`
      : `When girls reach ${target} is uncertain: ${year(aim.reached_year)} on the line, ${year(aim.walk_year)} on the random walk`;
  }
  if (aim.reached_year === null)
    return nl
      ? `Op deze lijn komt ${target} niet in zicht tot ${ahead.school_year}`
      : `On this line ${target} does not come in sight until ${ahead.school_year}`;
  return nl
    ? `Op deze lijn halen meisjes ${target} in ${aim.reached_year}, ${limits(aim, lang)} (95%-interval van de lijn)`
    : `On this line girls reach ${target} in ${aim.reached_year}, ${limits(aim, lang)} (95% interval of the line)`;
}

export function tellForecast(given: readonly TrendRow[], lang: Lang, _meaning: Meaning | null): Telling {
  const nl = lang === "nl";
  const rows = inOrder(given);
  const title = finding(rows, lang);
  const aim = rows[0]?.aim ?? null;
  const isAhead = rows.some(({ is_forecast }) => is_forecast);
  const counted = rows.filter(({ share, status }) => share !== null && status !== "c");
  const leftOut = rows.filter(
    ({ is_used, is_forecast, fitted }) => !is_used && !is_forecast && isAhead && fitted === null,
  );
  const subtitle = [
    nl ? "Aandeel meisjes in STEM, derde graad, in procent" : "Girls' share in STEM, third stage, in percent",
    ...(isAhead
      ? [
          nl
            ? "lijn: trend door de tellingen (op de logit), gestippeld vooruit; band: waar een telling met 95\u00a0% kans valt; dunne lijn: eerste en laatste jaar doorgetrokken (toevalswandeling met drift)"
            : "line: trend through the counts (on the logit), dashed ahead; band: where a count has a 95% chance of falling; thin line: first and last year carried on (random walk with drift)",
        ]
      : []),
    ...(aim?.break_year ? [`${nl ? "breuk in de reeks in" : "break in the series in"} ${aim.break_year}`] : []),
    ...(leftOut.length > 0 ? [nl ? "open bolletje: niet in de lijn" : "open dot: not in the line"] : []),
    ...(counted.length > 0 && axisOf(rows)[0] > 0
      ? [nl ? "de as begint niet bij nul" : "the axis does not start at zero"]
      : []),
  ].join("; ");
  const [first, last, ahead] = [counted[0], counted.at(-1), rows.findLast(({ is_forecast }) => is_forecast)];
  const course =
    first === undefined || last === undefined
      ? ""
      : nl
        ? ` Geteld: van ${formatShare(first.share ?? 0, lang)} in ${first.school_year} naar ${formatShare(last.share ?? 0, lang)} in ${last.school_year}.`
        : ` Counted: from ${formatShare(first.share ?? 0, lang)} in ${first.school_year} to ${formatShare(last.share ?? 0, lang)} in ${last.school_year}.`;
  const expected =
    ahead === undefined || ahead.predicted_lower === null || ahead.predicted_upper === null
      ? ""
      : nl
        ? ` In ${ahead.school_year} waarschijnlijk tussen ${formatShare(ahead.predicted_lower, lang)} en ${formatShare(ahead.predicted_upper, lang)} (95%-interval van een telling).`
        : ` In ${ahead.school_year} probably between ${formatShare(ahead.predicted_lower, lang)} and ${formatShare(ahead.predicted_upper, lang)} (95% interval of a count).`;
  const alternative = `${nl ? "Lijngrafiek" : "Line chart"}. ${title}.${course}${expected}`;
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, lang));
  const labels = nl
    ? ["Geteld", "Lijn", "Ondergrens", "Bovengrens", "Toevalswandeling"]
    : ["Counted", "Line", "Lower limit", "Upper limit", "Random walk"];
  return {
    ...{ title, subtitle, alternative },
    table: {
      columns: [
        { label: nl ? "Schooljaar" : "School year", isNumber: false },
        ...labels.map((label) => ({ label, isNumber: true })),
      ],
      rows: rows.map((row) => [
        `${row.school_year}${row.status === null ? "" : ` (${flagWords(row.status, lang)})`}`,
        ...[row.share, row.fitted, row.predicted_lower, row.predicted_upper, row.walk].map(share),
      ]),
    },
  };
}

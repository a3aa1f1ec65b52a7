import type { TargetYearRow } from "../../data/girls/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { count, list } from "../words/nouns.ts";
import { formatPoints, formatShare } from "../words/words.ts";
import { withoutFigure } from "./shiftWords.ts";

const aim = (target: number, lang: Lang) => formatShare(target, lang, 2);

/** "waarschijnlijk tussen 2027-2028 en 2030-2031", or what is known where a limit is missing. */
export function limits({ earliest_year, latest_year, is_bounded, horizon_year }: TargetYearRow, lang: Lang): string {
  const nl = lang === "nl";
  const from = earliest_year ?? "";
  if (is_bounded && earliest_year !== null && earliest_year === latest_year)
    return nl ? "waarschijnlijk niet eerder of later" : "probably neither earlier nor later";
  if (is_bounded && earliest_year !== null && latest_year !== null)
    return nl ? `waarschijnlijk tussen ${from} en ${latest_year}` : `probably between ${from} and ${latest_year}`;
  const start = earliest_year === null ? "" : nl ? `niet voor ${from}, ` : `not before ${from}, `;
  if (is_bounded)
    return nl ? `${start}mogelijk pas na ${horizon_year ?? "?"}` : `${start}possibly only after ${horizon_year ?? "?"}`;
  return nl
    ? `${start}zonder bovengrens: de stijging is daarvoor niet zeker genoeg`
    : `${start}without an upper limit: the rise is not certain enough for one`;
}

/** "Het doel van 33,33 % is gehaald, voor het eerst op de telling van 2021-2022; …" for a target that the last count reached. */
export function reached({ first_year, met_year, last_year, share }: TargetYearRow, target: number, lang: Lang): string {
  const nl = lang === "nl";
  const [goal, now] = [aim(target, lang), aim(share, lang)];
  if (met_year === null || met_year === last_year)
    return nl
      ? `Het doel van ${goal} is gehaald op de telling van ${last_year}, met ${now}`
      : `The target of ${goal} was reached at the count of ${last_year}, with ${now}`;
  const first = met_year === first_year;
  return nl
    ? `Het doel van ${goal} is gehaald, ${first ? `al op de eerste geladen telling (${met_year})` : `voor het eerst op de telling van ${met_year}`}; op die van ${last_year} is het aandeel ${now}`
    : `The target of ${goal} has been reached, ${first ? `already at the first count loaded (${met_year})` : `first at the count of ${met_year}`}; at that of ${last_year} the share is ${now}`;
}

/** −1, 0 or 1: how the line goes, at the two decimals that its pace is told with. */
export const direction = ({ points_per_year }: TargetYearRow): number =>
  Math.sign(Math.round((points_per_year ?? 0) * 10_000));

/** " Ze stijgt met 0,27 procentpunt per jaar.", or of `subject`. */
function pace(row: TargetYearRow, subject: string, lang: Lang): string {
  if (row.points_per_year === null) return "";
  const nl = lang === "nl";
  const way = direction(row);
  if (way === 0) return nl ? ` ${subject} blijft vlak.` : ` ${subject} stays level.`;
  const points = formatPoints(row.points_per_year, lang, 2);
  return nl
    ? ` ${subject} ${way < 0 ? "daalt" : "stijgt"} met ${points} per jaar.`
    : ` ${subject} ${way < 0 ? "falls" : "rises"} by ${points} a year.`;
}

/** "Een telling kan dat doen tussen 2026-2027 en 2031-2032 …": a count lies around the line. */
function oneCount({ count_earliest_year, count_latest_year, horizon_year }: TargetYearRow, lang: Lang): string {
  const nl = lang === "nl";
  if (count_earliest_year === null)
    return nl
      ? `Dat een telling er tot ${horizon_year ?? "?"} komt, is niet te verwachten.`
      : `That a count gets there by ${horizon_year ?? "?"} is not to be expected.`;
  if (count_latest_year === null)
    return nl
      ? `Een telling kan er komen vanaf ${count_earliest_year}, en tot ${horizon_year ?? "?"} ook nog eronder liggen (95%-interval van een telling).`
      : `A count may get there from ${count_earliest_year} on, and until ${horizon_year ?? "?"} may still lie below (95% interval of a count).`;
  if (count_earliest_year === count_latest_year)
    return nl
      ? `Een telling komt er in ${count_earliest_year} (95%-interval van een telling).`
      : `A count gets there in ${count_earliest_year} (95% interval of a count).`;
  return nl
    ? `Een telling kan er voor het eerst komen tussen ${count_earliest_year} en ${count_latest_year} (95%-interval van een telling).`
    : `A count may first get there between ${count_earliest_year} and ${count_latest_year} (95% interval of a count).`;
}

function line(row: TargetYearRow, target: number, lang: Lang): string {
  const nl = lang === "nl";
  if (row.is_met) {
    const falls = direction(row) < 0;
    const subject = nl
      ? `${falls ? "Let op: de" : "De"} lijn door de getelde schooljaren`
      : `${falls ? "Note: the" : "The"} line through the counted school years`;
    return `${reached(row, target, lang)}.${pace(row, subject, lang)}`;
  }
  const fallen =
    row.met_year === null
      ? ""
      : nl
        ? `De telling van ${row.met_year} haalde ${aim(target, lang)} al; die van ${row.last_year} staat er weer onder, met ${aim(row.share, lang)}. `
        : `The count of ${row.met_year} already reached ${aim(target, lang)}; that of ${row.last_year} is below it again, at ${aim(row.share, lang)}. `;
  const course = pace(row, nl ? "Ze" : "It", lang);
  if (row.reached_year !== null)
    return nl
      ? `${fallen}De trendlijn gaat op de telling van ${row.reached_year} door ${aim(target, lang)}, ${limits(row, lang)} (95%-interval van de lijn). ${oneCount(row, lang)}${course}`
      : `${fallen}The trend line crosses ${aim(target, lang)} at the count of ${row.reached_year}, ${limits(row, lang)} (95% interval of the line). ${oneCount(row, lang)}${course}`;
  const why = row.reason?.[lang] ?? "";
  return nl
    ? `${fallen}De lijn door de getelde schooljaren geeft geen jaar waarin ${aim(target, lang)} gehaald wordt: ${why}.${course}`
    : `${fallen}The line through the counted school years gives no year in which ${aim(target, lang)} is reached: ${why}.${course}`;
}

function alternative(row: TargetYearRow, lang: Lang): string {
  const nl = lang === "nl";
  const other =
    row.walk_year === null
      ? nl
        ? `Een tweede rekenwijze (een toevalswandeling met drift: het verschil tussen het eerste en het laatste jaar doorgetrokken) geeft geen jaar${row.walk_reason === null ? "" : `: ${row.walk_reason.nl}`}.`
        : `A second method (a random walk with drift: the difference between the first and the last year carried on) gives no year${row.walk_reason === null ? "" : `: ${row.walk_reason.en}`}.`
      : nl
        ? `Een tweede rekenwijze (een toevalswandeling met drift: het verschil tussen het eerste en het laatste jaar doorgetrokken) komt uit op ${row.walk_year}.`
        : `A second method (a random walk with drift: the difference between the first and the last year carried on) comes to ${row.walk_year}.`;
  if (row.verdict !== "uncertain") return other;
  return nl
    ? `${other} Beide liggen meer dan drie jaar uiteen: het jaar is onzeker.`
    : `${other} The two lie more than three years apart: the year is uncertain.`;
}

/** How much the level of today rests on. */
function sinceBreak(counts: number, provisional: number, lang: Lang): string {
  const nl = lang === "nl";
  const told = count(counts, nl ? (counts === 1 ? "telling" : "tellingen") : counts === 1 ? "count" : "counts", lang);
  const how =
    provisional === 0
      ? nl
        ? "geen enkele voorlopig"
        : "none provisional"
      : nl
        ? `waarvan ${provisional} voorlopig`
        : `${provisional} of them provisional`;
  return nl
    ? `Dat niveau steunt op ${told} na de breuk, ${how}.`
    : `That level rests on ${told} after the break, ${how}.`;
}

function basis(row: TargetYearRow, lang: Lang): string {
  const nl = lang === "nl";
  const said = [
    row.break_year === null
      ? null
      : nl
        ? `Vanaf ${row.break_year} krijgt de lijn een ander niveau, want daar breekt de reeks.`
        : `From ${row.break_year} on the line has another level, for the series breaks there.`,
    row.counts_since_break === null ? null : sinceBreak(row.counts_since_break, row.provisional_since_break ?? 0, lang),
    row.left_out === null
      ? null
      : nl
        ? `${row.left_out} telt niet mee: de nieuwe indeling was toen half ingevoerd of de cijfers zijn niet te vergelijken.`
        : `${row.left_out} is left out: the new coding was half introduced or the figures cannot be compared.`,
    row.horizon_year === null
      ? null
      : nl
        ? `Verder dan ${row.horizon_year} wordt niet vooruitgekeken: dat is even ver als de lijn terugkijkt.`
        : `Nothing is forecast beyond ${row.horizon_year}: that is as far ahead as the line looks back.`,
    nl
      ? "Bewijsniveau: verschuiving. De lijn trekt door wat was en kent geen oorzaken."
      : "Level of evidence: shift. The line continues what was and knows no causes.",
  ];
  return said.filter((text) => text !== null).join(" ");
}

/** The years in which targets were due and what the share then was. */
function due(rows: readonly TargetYearRow[], lang: Lang): string | null {
  const nl = lang === "nl";
  const told = rows.flatMap(({ target_period, source, share_when_due }) => {
    if (target_period === null) return [];
    const then =
      share_when_due === null
        ? ""
        : nl
          ? `, toen het ${formatShare(share_when_due, lang)} was`
          : `, when it was ${formatShare(share_when_due, lang)}`;
    return [`${target_period}${then}${source === null ? "" : nl ? ` (bron: ‘${source}’)` : ` (source: ‘${source}’)`}`];
  });
  if (told.length === 0) return null;
  return nl ? `Vooropgesteld voor ${list(told, lang)}.` : `Due in ${list(told, lang)}.`;
}

/** In words: when the target was reached, or the year in which it will be, its limits, the alternative, and what both rest on. */
export const targetYear: Part<TargetYearRow> = (rows, { document, lang }) => {
  const [row] = rows;
  if (row === undefined || row.target === null || (row.years === null && !row.is_met))
    return html(document, "p", { class: "verdict" }, withoutFigure(row?.reason ?? null, lang));
  const dates = due(rows, lang);
  return html(
    document,
    "div",
    { class: "verdict" },
    html(document, "p", {}, line(row, row.target, lang), row.is_met ? "" : ` ${alternative(row, lang)}`),
    ...(dates === null ? [] : [html(document, "p", {}, dates)]),
    html(document, "p", { class: "note" }, basis(row, lang)),
  );
};

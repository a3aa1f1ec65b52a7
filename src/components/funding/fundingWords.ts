import type { FundingRow } from "../../data/funding/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { count } from "../words/nouns.ts";
import { flagWords } from "../words/values.ts";
import { formatEuro, formatPoints, formatShare } from "../words/words.ts";

/** The public share of a year as it may be shown: null when hidden, when no cash came in, or when a side was paid back on balance. */
export const publicShare = ({ public_share, public_eur, private_eur, flag }: FundingRow): number | null => {
  if (public_eur === null || private_eur === null) return null;
  const cash = Math.min(public_eur, private_eur) < 0 ? 0 : public_eur + private_eur;
  const share = public_share ?? (cash > 0 ? public_eur / cash : null);
  return share === null || flag === "c" ? null : Math.max(0, Math.min(1, share));
};

export const inKindWords = ({ in_kind_eur, in_kind_hours, flag }: FundingRow, lang: Lang): string =>
  flag === "c" || in_kind_eur === null || in_kind_hours === null
    ? "c"
    : `${formatEuro(Math.round(in_kind_eur), lang)}, ${count(Math.round(in_kind_hours), lang === "nl" ? "uren" : "hours", lang).replace(" uren", " uur")}`;

/** "2026-2027, vooruit geboekt" for money of a school year to come. */
export const yearName = ({ school_year, is_ahead }: FundingRow, lang: Lang): string =>
  is_ahead ? `${school_year}, ${lang === "nl" ? "vooruit geboekt" : "booked ahead"}` : school_year;

/** Newest school year last: those that have begun, then apart those to come. */
export const byYear = (rows: readonly FundingRow[]): FundingRow[] =>
  rows.toSorted(
    (a, b) =>
      Number(a.is_ahead) - Number(b.is_ahead) ||
      (a.school_year < b.school_year ? -1 : a.school_year > b.school_year ? 1 : 0),
  );

export function tellFunding(rows: readonly FundingRow[], lang: Lang, _meaning: Meaning | null): Telling {
  const nl = lang === "nl";
  const years = byYear(rows);
  const last = years.findLast((row) => !row.is_ahead && publicShare(row) !== null);
  const isBookedAhead = years.some(({ is_ahead }) => is_ahead);
  const share = last === undefined ? null : publicShare(last);
  const title = finding();
  const isProvisional = years.some(({ flag }) => flag === "p" || flag === "e");
  const band = last === undefined || last.target === null ? "" : bandWords(last.target, last.tolerance);
  const subtitle = nl
    ? `Ontvangen geld per schooljaar naar soort financier, in procent${band}; bijdragen in natura tellen niet mee en staan apart${isProvisional ? "; (p): voorlopig" : ""}${isBookedAhead ? "; wat al voor een later schooljaar geboekt is, staat onderaan apart" : ""}`
    : `Cash received by school year and type of funder, in percent${band}; contributions in kind are left out and stand apart${isProvisional ? "; (p): provisional" : ""}${isBookedAhead ? "; what is booked for a later school year stands apart at the bottom" : ""}`;
  const told = years.map((row) => {
    const value = publicShare(row);
    const text =
      value === null ? flagWords(row.flag, lang) : `${formatShare(value, lang)} ${nl ? "van de overheid" : "public"}`;
    return `${yearName(row, lang)}: ${text}${value === null ? "" : weak(row)}.`;
  });
  return {
    title,
    subtitle,
    alternative: [`${nl ? "Gestapelde balken" : "Stacked bars"}. ${title}.`, ...told].join(" "),
    table: table(),
  };

  function weak({ flag }: FundingRow): string {
    return flag === null ? "" : ` (${flagWords(flag, lang)})`;
  }

  function bandWords(target: number, tolerance: number | null): string {
    const aim = formatShare(target, lang, 0);
    if (tolerance === null)
      return nl ? `; streeplijn: doel ${aim} van de overheid` : `; dashed line: target of ${aim} public`;
    const [low, high] = [formatShare(target - tolerance, lang, 0), formatShare(target + tolerance, lang, 0)];
    return nl
      ? `; streeplijn: ${aim} van de overheid, met de band van ${low} tot ${high}`
      : `; dashed line: ${aim} public, with the band of ${low} to ${high}`;
  }

  function agreed(target: number, tolerance: number | null): string {
    const [low, aim, high] = [target - (tolerance ?? 0), target, target + (tolerance ?? 0)].map((share) =>
      formatShare(share, lang, 0),
    );
    if (tolerance === null) return nl ? `afgesproken voor het hele jaar: ${aim}` : `agreed for the whole year: ${aim}`;
    return nl ? `afgesproken voor het hele jaar: ${low} tot ${high}` : `agreed for the whole year: ${low} to ${high}`;
  }

  function finding(): string {
    if (last === undefined && years.some(({ flag }) => flag === "c"))
      return nl
        ? "De verdeling wordt niet getoond: ze zou een financier verraden"
        : "The split is not shown: it would give a funder away";
    if (last === undefined || share === null)
      return nl ? "Geen ontvangen geld om te verdelen" : "No cash received to split";
    const value = formatShare(share, lang);
    const isRunning = last.flag === "p";
    const stated = nl
      ? `${value} van het geld kwam in ${last.school_year}${isRunning ? " tot nu toe" : ""}${weak(last)} van de overheid`
      : `${value} of the cash came from government in ${last.school_year}${isRunning ? " so far" : ""}${weak(last)}`;
    if (last.target === null) return stated;
    // Part of a year is not held against what is agreed for a whole one.
    if (isRunning) return `${stated}; ${agreed(last.target, last.tolerance)}`;
    if (last.tolerance === null) {
      const gap = formatPoints(share - last.target, lang);
      return nl
        ? `${stated}, ${gap} ${share < last.target ? "onder" : "boven"} de afgesproken ${formatShare(last.target, lang, 0)}`
        : `${stated}, ${gap} ${share < last.target ? "below" : "above"} the agreed ${formatShare(last.target, lang, 0)}`;
    }
    const [low, high] = [last.target - last.tolerance, last.target + last.tolerance];
    const isInside = share >= low - 1e-9 && share <= high + 1e-9;
    return nl
      ? `${stated}, ${isInside ? "binnen" : "buiten"} de afgesproken band van ${formatShare(low, lang, 0)} tot ${formatShare(high, lang, 0)}`
      : `${stated}, ${isInside ? "within" : "outside"} the agreed band of ${formatShare(low, lang, 0)} to ${formatShare(high, lang, 0)}`;
  }

  function table() {
    const labels = nl
      ? ["Schooljaar", "Overheid", "Privaat", "Aandeel overheid", "In natura (apart)"]
      : ["School year", "Public", "Private", "Public share", "In kind (apart)"];
    const money = (row: FundingRow, value: number | null) =>
      value === null || row.flag === "c" ? "c" : formatEuro(Math.round(value), lang);
    return {
      columns: labels.map((label, index) => ({ label, isNumber: index > 0 })),
      rows: years.map((row) => {
        const value = publicShare(row);
        const flag = row.flag === null ? "" : ` (${row.flag})`;
        return [
          yearName(row, lang),
          money(row, row.public_eur),
          money(row, row.private_eur),
          value === null ? (row.flag ?? "x") : formatShare(value, lang) + flag,
          inKindWords(row, lang),
        ];
      }),
    };
  }
}

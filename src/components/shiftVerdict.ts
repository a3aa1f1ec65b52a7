import type { VerdictRow } from "../data/shiftRows.ts";
import type { Lang, Part } from "./chart.ts";
import { html } from "./element.ts";
import { count } from "./nouns.ts";
import { signedPoints, withoutFigure } from "./shiftWords.ts";
import { formatNumber, formatPoints, formatShare } from "./words.ts";

type Verdict = NonNullable<VerdictRow["verdict"]>;

const verdicts: Record<Verdict, Record<Lang, string>> = {
  relevant_shift: { nl: "Er is een relevante verschuiving.", en: "There is a relevant shift." },
  composition_only: {
    nl: "Er is een verschuiving, maar alleen in samenstelling.",
    en: "There is a shift, but in composition only.",
  },
  no_shift_shown: { nl: "Er is geen verschuiving aangetoond.", en: "No shift has been shown." },
  not_decided: {
    nl: "Of er een verschuiving is, valt niet uit te maken.",
    en: "Whether there is a shift cannot be decided.",
  },
};

const marks: Record<Lang, [met: string, missed: string, open: string]> = {
  nl: ["Voldaan", "Niet voldaan", "Niet te beoordelen"],
  en: ["Met", "Not met", "Cannot be decided"],
};

const chance = (p: number, lang: Lang) =>
  p < 0.001 ? `p < ${formatNumber(0.001, lang, 3)}` : `p = ${formatNumber(p, lang, 3)}`;

function trend({ is_significant, p, years }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  const over = count(years ?? 0, nl ? "schooljaren" : "school years", lang);
  if (is_significant === null || p === null)
    return nl
      ? `Of de trend meer is dan toeval, is uit ${over} niet te zeggen: daarvoor zijn er vijf nodig, of tellingen per school.`
      : `Whether the trend is more than chance cannot be told from ${over}: that takes five, or counts by school.`;
  const level = formatNumber(0.05, lang, 2);
  const test = nl ? `(${chance(p, lang)}; de grens is ${level})` : `(${chance(p, lang)}; the limit is ${level})`;
  if (is_significant)
    return nl
      ? `De stijging over ${over} is meer dan toeval, na correctie voor de spreiding ${test}.`
      : `The rise over ${over} is more than chance, after correction for dispersion ${test}.`;
  return nl
    ? `Over ${over} is er geen stijging die meer is dan toeval, na correctie voor de spreiding ${test}.`
    : `Over ${over} there is no rise that is more than chance, after correction for dispersion ${test}.`;
}

function size({ is_large, change, change_lower, change_upper, smallest_change }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  if (
    is_large === null ||
    change === null ||
    change_lower === null ||
    change_upper === null ||
    smallest_change === null
  )
    return nl ? "De verandering is niet te berekenen." : "The change cannot be computed.";
  const least = formatPoints(smallest_change, lang);
  const range = [signedPoints(change_lower, lang, ""), signedPoints(change_upper, lang, "")];
  return nl
    ? `De verandering is ${signedPoints(change, lang)}, waarschijnlijk tussen ${range[0]} en ${range[1]} (95%-interval). De ondergrens ligt ${is_large ? "boven" : "niet boven"} de kleinste verandering die ertoe doet, ${least}.`
    : `The change is ${signedPoints(change, lang)}, probably between ${range[0]} and ${range[1]} (95% interval). The lower limit lies ${is_large ? "above" : "not above"} the smallest change of interest, ${least}.`;
}

function choice({ rate, composition, rate_reason }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  if (rate === null || composition === null)
    return nl
      ? `Keuze en samenstelling zijn niet te scheiden${rate_reason === null ? "" : `: ${rate_reason.nl}`}.`
      : `Choice and composition cannot be told apart${rate_reason === null ? "" : `: ${rate_reason.en}`}.`;
  return nl
    ? `Uit keuze (meer of minder meisjes binnen dezelfde richtingen) komt ${signedPoints(rate, lang)}, uit samenstelling (richtingen die groeien of krimpen) ${signedPoints(composition, lang)}. Minstens de helft van de verandering moet uit keuze komen.`
    : `Choice (more or fewer girls within the same programmes) accounts for ${signedPoints(rate, lang)}, composition (programmes that grow or shrink) for ${signedPoints(composition, lang)}. At least half of the change must come from choice.`;
}

/** What a reader must know to weigh the verdict: base year, break, clustering, level of evidence. */
function caveats({ base_year, base_rule, has_break, design_effect }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  const base =
    base_rule === "first_loaded"
      ? nl
        ? `Basisjaar is ${base_year}, het eerste geladen schooljaar: de nulmeting van het doel is niet geladen.`
        : `The base year is ${base_year}, the first school year loaded: the baseline year of the target was not loaded.`
      : nl
        ? `Basisjaar is ${base_year}, de nulmeting van het doel.`
        : `The base year is ${base_year}, the baseline of the target.`;
  const broken = nl
    ? "De vergelijking loopt over een breuk in de reeks heen."
    : "The comparison runs across a break in the series.";
  const clustered =
    design_effect === null
      ? nl
        ? "Deze leerlingen zijn niet allemaal per school geladen: het interval houdt geen rekening met wat leerlingen van eenzelfde school gemeen hebben."
        : "Not all of these pupils were loaded by school: the interval takes no account of what pupils of one school have in common."
      : nl
        ? `Het interval is verbreed voor wat leerlingen van eenzelfde school gemeen hebben (ontwerpeffect ${formatNumber(design_effect, lang, 1)}).`
        : `The interval is widened for what pupils of one school have in common (design effect ${formatNumber(design_effect, lang, 1)}).`;
  const evidence = nl
    ? "Bewijsniveau: verschuiving. Dit zegt of het aandeel bewoog, niet waardoor."
    : "Level of evidence: shift. This says whether the share moved, not why.";
  return [base, ...(has_break ? [broken] : []), clustered, evidence].join(" ");
}

/** The verdict on a shift in words, its three conditions with their figures, and what to keep in mind. */
export const shiftVerdict: Part<VerdictRow> = ([row], { document, lang }) => {
  if (row === undefined || row.verdict === null || row.base_share === null || row.last_share === null)
    return html(document, "p", { class: "verdict" }, withoutFigure(row?.reason ?? null, lang));
  const nl = lang === "nl";
  const [from, to] = [formatShare(row.base_share, lang), formatShare(row.last_share, lang)];
  const moved = nl
    ? `Meisjes waren ${from} van de STEM-leerlingen in de derde graad in ${row.base_year} en ${to} in ${row.last_year}.`
    : `Girls were ${from} of STEM pupils in the third stage in ${row.base_year} and ${to} in ${row.last_year}.`;
  const condition = (isMet: boolean | null, text: string) =>
    html(
      document,
      "li",
      {},
      html(document, "strong", {}, `${marks[lang][isMet === null ? 2 : isMet ? 0 : 1]}.`),
      ` ${text}`,
    );
  return html(
    document,
    "div",
    { class: "verdict" },
    html(document, "p", {}, html(document, "strong", {}, verdicts[row.verdict][lang]), ` ${moved}`),
    html(document, "p", {}, nl ? "Drie voorwaarden moeten samen gelden:" : "Three conditions must hold together:"),
    html(
      document,
      "ol",
      {},
      condition(row.is_significant, trend(row, lang)),
      condition(row.is_large, size(row, lang)),
      condition(row.is_rate_driven, choice(row, lang)),
    ),
    html(document, "p", { class: "note" }, caveats(row, lang)),
  );
};

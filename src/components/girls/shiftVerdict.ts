import type { VerdictRow } from "../../data/girls/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { count } from "../words/nouns.ts";
import { formatNumber, formatPoints, formatShare, signedPoints } from "../words/words.ts";
import { withoutFigure } from "./shiftWords.ts";

type Verdict = NonNullable<VerdictRow["verdict"]>;

const verdicts: Record<Verdict, Record<Lang, string>> = {
  relevant_shift: { nl: "Er is een relevante verschuiving.", en: "There is a relevant shift." },
  between_programmes_only: {
    nl: "Er is een verschuiving, maar alleen tussen richtingen.",
    en: "There is a shift, but only between programmes.",
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

/** "kleiner dan 0,1 %" or "3,2 %" */
const chance = (p: number, lang: Lang) =>
  p < 0.001 ? `${lang === "nl" ? "kleiner dan" : "below"} ${formatShare(0.001, lang)}` : formatShare(p, lang);

function trend({ is_significant, p, years }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  const over = count(years ?? 0, nl ? "schooljaren" : "school years", lang);
  if (is_significant === null || p === null)
    return nl
      ? `Of de trend meer is dan toeval, is uit ${over} niet te zeggen: daarvoor zijn er vijf nodig, of tellingen per school.`
      : `Whether the trend is more than chance cannot be told from ${over}: that takes five, or counts by school.`;
  const level = formatShare(0.05, lang, 0);
  const test = nl
    ? `Zonder trend is de kans op zo'n sterk verloop ${chance(p, lang)} (de p-waarde; de grens is ${level}), met de spreiding tussen de jaren meegerekend.`
    : `Without a trend the chance of a course this marked is ${chance(p, lang)} (the p value; the limit is ${level}), with the dispersion between years taken into account.`;
  if (is_significant)
    return nl
      ? `De stijging over ${over} is meer dan toeval. ${test}`
      : `The rise over ${over} is more than chance. ${test}`;
  return nl
    ? `Over ${over} is er geen stijging die meer is dan toeval. ${test}`
    : `Over ${over} there is no rise that is more than chance. ${test}`;
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

function withinProgrammes({ within_programmes, between_programmes, within_reason }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  if (within_programmes === null || between_programmes === null)
    return nl
      ? `Wat binnen en wat tussen de richtingen gebeurde, is niet te scheiden${within_reason === null ? "" : `: ${within_reason.nl}`}.`
      : `What happened within and between programmes cannot be told apart${within_reason === null ? "" : `: ${within_reason.en}`}.`;
  return nl
    ? `Binnen de richtingen (meer of minder meisjes in dezelfde richting) is dat ${signedPoints(within_programmes, lang)}, tussen de richtingen (richtingen die groeien of krimpen) ${signedPoints(between_programmes, lang)}. Minstens de helft van de verandering moet binnen de richtingen gebeurd zijn.`
    : `Within programmes (more or fewer girls in the same programme) that is ${signedPoints(within_programmes, lang)}, between programmes (programmes that grow or shrink) ${signedPoints(between_programmes, lang)}. At least half of the change must have happened within programmes.`;
}

/** What a reader must know to weigh the verdict: base year, break, clustering, level of evidence. */
function caveats({ base_year, base_rule, has_break, break_reason, design_effect }: VerdictRow, lang: Lang): string {
  const nl = lang === "nl";
  const base =
    base_rule === "first_loaded"
      ? nl
        ? `Basisjaar is ${base_year}, het eerste geladen schooljaar: de nulmeting van het doel is niet geladen, dus lag het niet vooraf vast.`
        : `The base year is ${base_year}, the first school year loaded: the baseline year of the target was not loaded, so it was not fixed beforehand.`
      : nl
        ? `Basisjaar is ${base_year}, de nulmeting van het doel.`
        : `The base year is ${base_year}, the baseline of the target.`;
  const alone = break_reason === null ? "" : `, ${nl ? "en" : "and"} ${break_reason[lang]}`;
  const broken = nl
    ? `De vergelijking loopt over een breuk in de reeks heen${alone}.`
    : `The comparison runs across a break in the series${alone}.`;
  const clustered =
    design_effect === null
      ? nl
        ? "Deze leerlingen zijn niet allemaal per school geladen: het interval houdt geen rekening met wat leerlingen van eenzelfde school gemeen hebben, en is daardoor eerder te smal."
        : "Not all of these pupils were loaded by school: the interval takes no account of what pupils of one school have in common, and is therefore, if anything, too narrow."
      : nl
        ? `Het interval is verbreed voor wat leerlingen van eenzelfde school gemeen hebben: de variantie is ${formatNumber(design_effect, lang, 1)} keer zo groot (het designeffect).`
        : `The interval is widened for what pupils of one school have in common: its variance is ${formatNumber(design_effect, lang, 1)} times as large (the design effect).`;
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
      condition(row.is_within_programmes, withinProgrammes(row, lang)),
    ),
    html(document, "p", { class: "note" }, caveats(row, lang)),
  );
};

/** The verdict in one sentence, for the head of the page; nothing to add where there is none. */
export const shiftAnswer: Part<VerdictRow> = ([row], { document, lang }) => {
  const nl = lang === "nl";
  const said = (text: string) => html(document, "p", {}, text);
  if (!row?.verdict || row.change === null || row.change_lower === null || row.change_upper === null)
    return said(
      nl
        ? `Of dat meer is dan vroeger, is niet te zeggen: ${row?.reason?.nl ?? "er zijn geen gegevens geladen"}.`
        : `Whether that is more than before cannot be told: ${row?.reason?.en ?? "no data were loaded"}.`,
    );
  const [lower, upper] = [signedPoints(row.change_lower, lang, ""), signedPoints(row.change_upper, lang, "")];
  if (signedPoints(row.change, lang) === signedPoints(0, lang))
    return said(
      nl
        ? `Dat is evenveel als in ${row.base_year}; de verandering ligt waarschijnlijk tussen ${lower} en ${upper} procentpunt (95%-interval). ${verdicts[row.verdict].nl} Bewijsniveau: verschuiving.`
        : `That is the same as in ${row.base_year}; the change is probably between ${lower} and ${upper} percentage points (95% interval). ${verdicts[row.verdict].en} Level of evidence: shift.`,
    );
  const change = formatPoints(Math.abs(row.change), lang);
  const more = row.change < 0 ? (nl ? "minder" : "less") : nl ? "meer" : "more";
  return said(
    nl
      ? `Dat is ${change} ${more} dan in ${row.base_year}, waarschijnlijk tussen ${lower} en ${upper} (95%-interval). ${verdicts[row.verdict].nl} Bewijsniveau: verschuiving.`
      : `That is ${change} ${more} than in ${row.base_year}, probably between ${lower} and ${upper} (95% interval). ${verdicts[row.verdict].en} Level of evidence: shift.`,
  );
};

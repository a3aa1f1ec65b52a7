import type { AnalysisRow, ThresholdRow } from "../../data/methods/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { formatEuro, formatNumber, formatPoints, formatShare } from "../words/words.ts";

export const evidenceWords: Record<AnalysisRow["evidence"], Record<Lang, string>> = {
  monitoring: {
    nl: "opvolging: wat er gebeurde, naast wat afgesproken is",
    en: "monitoring: what happened, beside what was agreed",
  },
  shift: { nl: "verschuiving: bewoog het aandeel echt?", en: "shift: did the share really move?" },
  attribution: { nl: "toeschrijving: kwam het door de gastlessen?", en: "attribution: did the lectures move it?" },
};

const breakdowns: Record<string, Record<Lang, string>> = {
  programme: { nl: "programma", en: "programme" },
  province: { nl: "provincie", en: "province" },
  stage: { nl: "graad", en: "stage" },
  track: { nl: "onderwijsvorm of finaliteit", en: "track or finality" },
  domain: { nl: "studiedomein", en: "study domain" },
  theme: { nl: "thema", en: "theme" },
  discipline: { nl: "vakgebied", en: "discipline" },
  phase: { nl: "fase van het geld", en: "phase of the money" },
  role: { nl: "rol", en: "role" },
  questionnaire_id: { nl: "vragenlijst", en: "questionnaire" },
  questionnaire_version: { nl: "versie van de vragenlijst", en: "version of the questionnaire" },
  item_id: { nl: "vraag", en: "item" },
  campaign: { nl: "campagne", en: "campaign" },
  channel: { nl: "kanaal", en: "channel" },
  metric_definition: { nl: "definitie van het kanaal", en: "the channel's definition" },
  bound: { nl: "grens", en: "bound" },
};

/** What an indicator is broken down by, in the reader's language. */
export const breakdownName = (breakdown: string, lang: Lang): string => breakdowns[breakdown]?.[lang] ?? breakdown;

/** Constants of analyses, by their name in the code; a share is read as a percentage. */
const parameters: Record<string, Record<Lang, string> & { isShare?: boolean }> = {
  level: { nl: "betrouwbaarheid", en: "confidence level", isShare: true },
  wide_level: { nl: "ruime betrouwbaarheid", en: "wide confidence level", isShare: true },
  power: { nl: "onderscheidingsvermogen", en: "power", isShare: true },
  draws: { nl: "trekkingen", en: "draws" },
  seed: { nl: "startgetal van het toeval", en: "seed of the random numbers" },
  base_year: { nl: "basisjaar", en: "base year" },
  horizon: { nl: "hoe ver vooruit", en: "how far ahead" },
  fewest_years: { nl: "minste schooljaren", en: "fewest school years" },
  fewest_past_years: { nl: "minste vorige schooljaren", en: "fewest past school years" },
  dates_a_year: { nl: "getoetste dagen per schooljaar", en: "dates tested in a school year" },
  largest_unmatched_share: { nl: "grootste deel zonder tegenhanger", en: "largest share unmatched", isShare: true },
  largest_difference_years: { nl: "grootste verschil in jaren", en: "largest difference in years" },
  near_km: { nl: "dichtbij, in km", en: "near, in km" },
  least_design_effect: { nl: "kleinste designeffect", en: "least design effect" },
  promoters: { nl: "promotoren antwoorden", en: "promoters answer" },
  detractors: { nl: "criticasters antwoorden", en: "detractors answer" },
  fewest_in_group: { nl: "minste antwoorden in een groep", en: "fewest answers in a group" },
  least_invited: {
    nl: "kleinste deel van de lessen met een uitnodiging",
    en: "least share of lectures invited",
    isShare: true,
  },
  least_placed: {
    nl: "kleinste deel van de antwoorden met een les",
    en: "least share of answers placed",
    isShare: true,
  },
  difference_above: { nl: "grens van het gestandaardiseerde verschil", en: "limit of the standardised difference" },
  fewest_schools: { nl: "minste scholen", en: "fewest schools" },
  small_difference: {
    nl: "klein verschil, in standaardafwijkingen",
    en: "small difference, in standard deviations",
  },
  large_difference: {
    nl: "groot verschil, in standaardafwijkingen",
    en: "large difference, in standard deviations",
  },
  p_below: { nl: "grens van de p-waarde", en: "limit of the p value" },
  most_channels: { nl: "meeste kanalen", en: "most channels" },
  overlap_play: { nl: "speling op een overlap", en: "play of an overlap", isShare: true },
  target_indicator: { nl: "indicator van het doel", en: "indicator of the target" },
  estimated_above: {
    nl: "als geschat gemerkt boven een deel van",
    en: "flagged as estimated above a share of",
    isShare: true,
  },
  fewest_funders: { nl: "minste financiers", en: "fewest funders" },
  p_percent: { nl: "p van de p %-regel", en: "p of the p % rule" },
  dominance_1: { nl: "grootste aandeel van één", en: "largest share of one", isShare: true },
  dominance_2: { nl: "grootste aandeel van twee", en: "largest share of two", isShare: true },
  controlGroup: { nl: "vergelijkingsgroep", en: "control group" },
  basePeriod: { nl: "basisperiode", en: "base period" },
  minTreated: { nl: "minste scholen met lessen", en: "fewest treated schools" },
  minControls: { nl: "minste scholen om mee te vergelijken", en: "fewest control schools" },
  minCell: { nl: "minste scholen in een cel", en: "fewest schools in a cell" },
};

/** A constant of an analysis in the reader's words, null where it has none but its name in the code. */
export const parameterName = (name: string, lang: Lang): string | null => parameters[name]?.[lang] ?? null;

/** Constants that are words in the code, as they are read. */
const parameterTexts: Record<string, Record<Lang, string>> = {
  "the baseline year of the targets where it was loaded, else the first loaded school year": {
    nl: "de nulmeting van het doel als die geladen is, anders het eerste geladen schooljaar",
    en: "the baseline year of the targets where it was loaded, else the first loaded school year",
  },
  "as many years as fitted": { nl: "evenveel jaren als er in de lijn zitten", en: "as many years as fitted" },
  "not-yet": { nl: "scholen die nog niet bereikt zijn", en: "schools not reached yet" },
  universal: { nl: "altijd de laatste telling voor de gastles", en: "always the last count before the lecture" },
};

export const parameterText = (value: string, lang: Lang): string | null => parameterTexts[value]?.[lang] ?? null;

const percentDecimals = (fraction: number) => decimalsIn(Number((fraction * 100).toFixed(6)));

/** A constant as it is read; a seed or a year stands without separators. */
export function formatParameter(name: string, value: number, lang: Lang): string {
  if (parameters[name]?.isShare) return formatShare(value, lang, percentDecimals(value));
  return /seed|year$/i.test(name) ? String(value) : formatNumber(value, lang, decimalsIn(value));
}

const decimalsIn = (value: number) => Math.min(6, String(value).split(".")[1]?.length ?? 0);

/** A threshold in its unit. */
export function formatThreshold({ value, unit }: Pick<ThresholdRow, "value" | "unit">, lang: Lang): string {
  if (unit === "share") return formatShare(value, lang, percentDecimals(value));
  if (unit === "points")
    return formatPoints(value, lang, percentDecimals(value)).replace(/^1 percentage points$/, "1 percentage point");
  if (unit === "eur") return formatEuro(value, lang);
  const number = formatNumber(value, lang, decimalsIn(value));
  if (unit === "days")
    return `${number} ${lang === "nl" ? (value === 1 ? "dag" : "dagen") : value === 1 ? "day" : "days"}`;
  return unit === "km" ? `${number} km` : number;
}

import type { BreakdownRow, Meaning } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { formatEuro, formatNumber, formatPoints, formatShare, locale } from "./words.ts";

type Flag = NonNullable<BreakdownRow["status"]>;

const flags: Record<Flag, Record<Lang, string>> = {
  c: { nl: "vertrouwelijk, te kleine groep", en: "confidential, group too small" },
  z: { nl: "niet van toepassing", en: "not applicable" },
  x: { nl: "niet beschikbaar", en: "not available" },
  u: { nl: "weinig betrouwbaar", en: "low reliability" },
  b: { nl: "breuk in de reeks", en: "break in the series" },
  p: { nl: "voorlopig", en: "provisional" },
  e: { nl: "geschat", en: "estimated" },
};

/** Why a value is missing or weak; a missing value without a flag is not available. */
export const flagWords = (flag: Flag | null, lang: Lang): string => flags[flag ?? "x"][lang];

/**
 * Decimals as they are read. A definition gives those of the fraction, so a percentage has two fewer, and one at most:
 * the second says nothing about tens of thousands of pupils.
 */
export const decimalsOf = (meaning: Meaning | null): number => {
  const given = Math.round(meaning?.decimals ?? 0);
  return meaning?.is_share ? Math.max(0, Math.min(1, given - 2)) : Math.max(0, Math.min(6, given));
};

/** A value in the form of its indicator: a percentage, euros, or a number with the decimals that its definition gives. */
export function formatValue(value: number, meaning: Meaning | null, lang: Lang): string {
  const decimals = decimalsOf(meaning);
  if (meaning?.is_share) return formatShare(value, lang, decimals);
  if (/^eur(o|os)?$/i.test(meaning?.unit.en ?? "")) return formatEuro(value, lang);
  return formatNumber(value, lang, decimals);
}

/** A target as it was agreed: 70 % has no decimals, 33,3 % has. */
export const formatTarget = (value: number, meaning: Meaning | null, lang: Lang): string =>
  meaning?.is_share && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9
    ? formatShare(value, lang, 0)
    : formatValue(value, meaning, lang);

/** The cell of a table: the value with its flag, or the letter that stands in its place. */
export function formatCell(value: number | null, flag: Flag | null, meaning: Meaning | null, lang: Lang): string {
  if (value === null || flag === "c") return flag ?? "x";
  const text = formatValue(value, meaning, lang);
  return flag === null ? text : `${text} (${flag})`;
}

/** A number for an axis: large ones shortened, fractions kept. */
export const formatTick = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(locale[lang], {
    maximumFractionDigits: 2,
    notation: Math.abs(value) >= 1_000_000 ? "compact" : "standard",
  }).format(value);

/** The distance of two values as they are read on the page; shares in percentage points; null when nothing is left of it. */
export function formatGap(from: number, to: number, meaning: Meaning | null, lang: Lang): string | null {
  const decimals = decimalsOf(meaning);
  const factor = meaning?.is_share ? 100 : 1;
  const shown = (value: number) => Number((value * factor).toFixed(decimals));
  const gap = Number(Math.abs(shown(from) - shown(to)).toFixed(decimals));
  if (gap === 0) return null;
  return meaning?.is_share ? formatPoints(gap / 100, lang, decimals) : formatValue(gap, meaning, lang);
}

/** Without a definition at hand a value is taken for a share when it is its numerator over its denominator. */
export const assumed = (
  rows: readonly { value: number | null; numerator: number | null; denominator: number | null }[],
): Meaning => {
  const counted = rows.filter(({ value, denominator }) => value !== null && denominator !== null && denominator > 0);
  const is_share =
    counted.length > 0 &&
    counted.every(
      ({ value, numerator, denominator }) =>
        Number.isInteger(numerator) &&
        Number.isInteger(denominator) &&
        Math.abs((numerator ?? 0) / (denominator ?? 1) - (value ?? 0)) < 0.01,
    );
  const name = { nl: "Waarde", en: "Value" };
  return { id: "", name, definition: name, unit: { nl: "aantal", en: "number" }, decimals: is_share ? 3 : 0, is_share };
};

import type { StatusWord } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";

/** A language as it is written in Flanders and Britain. */
export const locale: Record<Lang, string> = { nl: "nl-BE", en: "en-GB" };

/** A number with the language's separators: 1.234,5 and 1,234.5. */
export const formatNumber = (value: number, lang: Lang, decimals = 0): string =>
  new Intl.NumberFormat(locale[lang], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );

/** A fraction as a percentage: 30,1 % in Dutch, 30.1% in English. */
export const formatShare = (fraction: number, lang: Lang, decimals = 1): string =>
  formatNumber(fraction * 100, lang, decimals) + (lang === "nl" ? "\u00a0%" : "%");

/** A chance in whole percents, and in words where rounding would make it certain: minder dan 1 %, more than 99%. */
export function formatChance(chance: number, lang: Lang): string {
  if (chance < 0.005) return `${lang === "nl" ? "minder dan" : "less than"} ${formatShare(0.01, lang, 0)}`;
  if (chance > 0.995) return `${lang === "nl" ? "meer dan" : "more than"} ${formatShare(0.99, lang, 0)}`;
  return formatShare(chance, lang, 0);
}

/** A difference of two fractions in percentage points, without its sign. */
export const formatPoints = (difference: number, lang: Lang, decimals = 1): string =>
  formatNumber(Math.abs(difference) * 100, lang, decimals) + (lang === "nl" ? " procentpunt" : " percentage points");

/** A change with its sign, in percentage points: +2,3 procentpunt, −0.4 percentage points; `unit` leaves the words away. */
export function signedPoints(change: number, lang: Lang, unit?: string, decimals = 1): string {
  const shown = formatNumber(Math.abs(change) * 100, lang, decimals);
  const isZero = Number((Math.abs(change) * 100).toFixed(decimals)) === 0;
  const sign = isZero ? "" : change > 0 ? "+" : "\u2212";
  const words = unit ?? (lang === "nl" ? " procentpunt" : " percentage points");
  return `${sign}${shown}${words}`;
}

export const formatEuro = (value: number, lang: Lang, decimals = 0): string =>
  lang === "nl"
    ? `${formatNumber(value, lang, decimals)}\u00a0euro`
    : formatNumber(value, lang, decimals).replace(/\d/, "€$&");

/** A day in words: 2 maart 2026, 2 March 2026. */
export const formatDay = (day: string, lang: Lang): string =>
  new Intl.DateTimeFormat(locale[lang], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** A school year as it is written in Flanders: 2025-2026. */
export const shortYear = (schoolYear: string): string => `${schoolYear.slice(2, 4)}-${schoolYear.slice(7)}`;

/** "2025-2026 (loopt nog)" for a school year that is not over. */
export const schoolYearName = (row: { school_year: string; is_current_year: boolean }, lang: Lang): string =>
  `${row.school_year}${row.is_current_year ? (lang === "nl" ? " (loopt nog)" : " (still running)") : ""}`;

export const statusWords: Record<StatusWord, Record<Lang, string>> = {
  on_course: { nl: "op koers", en: "on course" },
  uncertain: { nl: "onzeker", en: "uncertain" },
  off_course: { nl: "niet op koers", en: "off course" },
  met: { nl: "gehaald", en: "met" },
  past_due: { nl: "streefjaar voorbij", en: "target date passed" },
  no_target: { nl: "geen doel", en: "no target" },
};

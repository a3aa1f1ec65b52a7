import type { Meaning } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { formatNumber } from "../words/words.ts";

/** A change with its sign, in percentage points: +2,3 procentpunt, −0.4 percentage points; `unit` leaves the words away. */
export function signedPoints(change: number, lang: Lang, unit?: string, decimals = 1): string {
  const shown = formatNumber(Math.abs(change) * 100, lang, decimals);
  const isZero = Number((Math.abs(change) * 100).toFixed(decimals)) === 0;
  const sign = isZero ? "" : change > 0 ? "+" : "\u2212";
  const words = unit ?? (lang === "nl" ? " procentpunt" : " percentage points");
  return `${sign}${shown}${words}`;
}

/** Why there is no figure, as a sentence. */
export function withoutFigure(reason: Meaning["name"] | null, lang: Lang): string {
  if (lang === "nl") return `Geen cijfer: ${reason?.nl ?? "er zijn geen gegevens geladen"}.`;
  return `No figure: ${reason?.en ?? "no data were loaded"}.`;
}

import type { Meaning } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";

/** Why there is no figure, as a sentence. */
export function withoutFigure(reason: Meaning["name"] | null, lang: Lang): string {
  if (lang === "nl") return `Geen cijfer: ${reason?.nl ?? "er zijn geen gegevens geladen"}.`;
  return `No figure: ${reason?.en ?? "no data were loaded"}.`;
}

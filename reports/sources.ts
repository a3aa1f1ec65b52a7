import type { Lang } from "../src/components/chart.ts";
import type { Source } from "../src/data/rows.ts";
import { reportWords } from "./words.ts";

const name = ({ label, is_synthetic }: Source, lang: Lang): string =>
  label[lang] + (is_synthetic ? ` (${reportWords[lang].synthetic})` : "");

/** The line under a figure: where its rows come from. */
export const sourceLine = (sources: readonly Source[], lang: Lang): string =>
  reportWords[lang].source(sources.map((source) => name(source, lang)).join("; "));

/** Each source of a report once, in the order in which they are first used. */
export function listSources(sources: readonly Source[], lang: Lang): { label: string; url: string | null }[] {
  const seen = new Map<string, { label: string; url: string | null }>();
  for (const source of sources) {
    const label = name(source, lang);
    seen.set(`${label} ${source.url}`, { label, url: source.url });
  }
  return [...seen.values()];
}

import type { Lang } from "../src/components/figure/chart.ts";
import { upperFirst } from "../src/components/words/nouns.ts";
import { formatDay } from "../src/components/words/words.ts";
import type { Source } from "../src/data/rows.ts";
import { reportWords } from "./words.ts";

const name = ({ label, is_synthetic }: Source, lang: Lang): string =>
  label[lang] + (is_synthetic ? ` (${reportWords[lang].synthetic})` : "");

/** The line under a figure: where its rows come from, and as of when where they were loaded. */
export function sourceLine(sources: readonly Source[], asOf: string, lang: Lang): string {
  if (sources.length === 0) return reportWords[lang].noSources;
  const names = sources.map((source) => name(source, lang));
  const isLoaded = sources.some(({ is_published }) => !is_published);
  if (isLoaded) names.push(reportWords[lang].asOf(formatDay(asOf, lang)));
  return reportWords[lang].source(names.join("; "));
}

/** Each source of a report once, in the order in which they are first used. */
export function listSources(sources: readonly Source[], lang: Lang): { label: string; url: string | null }[] {
  const seen = new Map<string, { label: string; url: string | null }>();
  for (const source of sources) {
    const label = name(source, lang);
    seen.set(`${label} ${source.url}`, { label: upperFirst(label), url: source.url });
  }
  return [...seen.values()];
}

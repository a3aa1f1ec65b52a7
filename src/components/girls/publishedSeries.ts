import type { PublishedRow } from "../../data/girls/rows.ts";
import type { Lang } from "../figure/chart.ts";

/** The year in which a period begins, which is its place on the axis; null when the period names none. */
export const startOf = (period: string): number | null => {
  const year = /\d{4}/.exec(period)?.[0];
  return year === undefined ? null : Number(year);
};

export interface PublishedSeries {
  stage: string;
  track: string;
  points: (PublishedRow & { year: number })[];
}

/** One indicator's percentages, by stage and track: two definitions never share an axis, nor do two populations share a line. */
export function publishedSeries(
  rows: readonly PublishedRow[],
  indicator: string | undefined,
): { series: PublishedSeries[]; targets: (PublishedRow & { year: number })[] } {
  const percentages = rows.filter((row) => row.unit === "percent");
  const wanted = percentages.some((row) => row.indicator_id === indicator) ? indicator : percentages[0]?.indicator_id;
  const dated = percentages.flatMap((row) => {
    const year = startOf(row.period);
    return row.indicator_id !== wanted || year === null ? [] : [{ ...row, year }];
  });
  const bySeries = new Map<string, PublishedSeries>();
  for (const row of dated.filter(({ kind }) => kind === "published")) {
    const key = JSON.stringify([row.stage, row.track]);
    const series = bySeries.get(key) ?? { stage: row.stage, track: row.track, points: [] };
    series.points.push(row);
    bySeries.set(key, series);
  }
  for (const { points } of bySeries.values()) points.sort((a, b) => a.year - b.year || a.figure_id - b.figure_id);
  return { series: [...bySeries.values()], targets: dated.filter(({ kind }) => kind === "target") };
}

const stages: [RegExp, Record<Lang, string>][] = [
  [/^3$/, { nl: "derde graad", en: "third stage" }],
  [/^2$/, { nl: "tweede graad", en: "second stage" }],
  [/^2\+3$/, { nl: "tweede en derde graad", en: "second and third stage" }],
  [/^3 \(first year\)$/, { nl: "eerste jaar derde graad", en: "first year of the third stage" }],
  [/not stated/, { nl: "graad niet vermeld", en: "stage not stated" }],
  [/^secondary$/, { nl: "secundair onderwijs", en: "secondary education" }],
  [/^higher$/, { nl: "hoger onderwijs", en: "higher education" }],
];
const tracks: Record<string, Record<Lang, string>> = {
  all: { nl: "alle richtingen", en: "all tracks" },
  professional_bachelor: { nl: "professionele bachelor", en: "professional bachelor" },
  academic_bachelor: { nl: "academische bachelor", en: "academic bachelor" },
  academic_master: { nl: "academische master", en: "academic master" },
};

export const stageWords = (stage: string, lang: Lang): string =>
  stages.find(([pattern]) => pattern.test(stage))?.[1][lang] ?? stage;
export const trackWords = (track: string, lang: Lang): string => tracks[track]?.[lang] ?? track;

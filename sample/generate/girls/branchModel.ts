import { schoolYears } from "../calendar.ts";
import { DOMAIN_GROWTH } from "../truths.ts";
import { BRANCHES, type Branch, LEANINGS, type OldTrack, TRACK_SHARES } from "./branches.ts";

export const YEARS = schoolYears(2016, 2025);
export const TRACKS: OldTrack[] = ["aso", "tso", "bso", "kso"];
/** Second stage, third stage, or the seventh year. */
export type Level = 0 | 1 | 2;
/** Small ups and downs of the girls' share, so that no series is a ruler's line. */
const WIGGLE = [1, 1.003, 0.997, 1.002, 1.006, 0.998, 1.001, 1.004, 0.999, 1.002];
/** Small ups and downs of the share that chooses STEM. */
const APPEAL = [0.985, 1, 0.992, 0.99, 0.996, 0.988, 0.994, 0.991, 1, 0.998];
/** The school year in which the finalities reach a year of a stage; the seventh year came last. */
const MODERNISED: Record<string, string> = {
  "2.1": "2021-2022",
  "2.2": "2022-2023",
  "3.1": "2023-2024",
  "3.2": "2024-2025",
  "3.3": "2025-2026",
};
/** Pupils of the second year of stage 1, both years of stage 2 and both of stage 3, against one another. */
export const YEAR_WEIGHTS = [200, 203, 203, 200, 194];

/** From 0 in the first year to 1 in the last. */
const course = (schoolYear: string) => YEARS.indexOf(schoolYear) / (YEARS.length - 1);
const between = (schoolYear: string, [first, last]: readonly [number, number]) =>
  first + course(schoolYear) * (last - first);

/** The school year in which a year of a stage has finalities for the first time. */
export const modernisedIn = (stage: number, year: number): string => MODERNISED[`${stage}.${year}`] ?? "";

/** The tracks' pupils in a province, against one another. */
export const trackWeights = (province: string, level: Level): number[] =>
  TRACKS.map((track) => TRACK_SHARES[track][level] * (LEANINGS[province]?.[track] ?? 1));

export const branchesOf = (track: OldTrack, level: Level): Branch[] =>
  BRANCHES.filter((branch) => branch.track === track && branch.shares[level] > 0);

/** A branch's pupils within its track, against one another. */
export function branchWeight({ shares, category, domain }: Branch, level: Level, schoolYear: string): number {
  if (category !== "stem") return shares[level];
  const growth = between(schoolYear, [1, DOMAIN_GROWTH[domain] ?? 1]);
  return shares[level] * growth * (APPEAL[YEARS.indexOf(schoolYear)] ?? 1);
}

/** The girls' share of a branch in a province. */
export function girlsShareOf({ girls, category }: Branch, province: string, schoolYear: string): number {
  const own = category === "stem" ? (LEANINGS[province]?.girls ?? 1) * (WIGGLE[YEARS.indexOf(schoolYear)] ?? 1) : 1;
  return between(schoolYear, girls) * own;
}

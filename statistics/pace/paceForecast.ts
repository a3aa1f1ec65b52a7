import { count, fraction } from "../arguments.ts";
import { clamp, total } from "../interval.ts";
import { paceOfPastTotals } from "./prior.ts";
import { seasonalProfile } from "./seasonalProfile.ts";
import { averageForecast, type YearEndForecast, yearEndForecast } from "./yearEndForecast.ts";

/** Where a year stands: its count so far, the part of its teaching days that has passed, and its benchmark. */
export interface YearPassed {
  countSoFar: number;
  partOfDays: number;
  target: number;
  dispersion?: number;
}

/**
 * Year-end forecast from past years alone, each a list of counts by teaching day: the prior of their totals, averaged over the seasonal
 * profile of each year, spread a little further from their mean since a few years show only part of how seasons differ.
 * Null when nothing was counted in past years.
 */
export function paceForecast(pastYears: readonly (readonly number[])[], year: YearPassed): YearEndForecast | null {
  fraction("partOfDays", year.partOfDays);
  count("countSoFar", year.countSoFar);
  const prior = paceOfPastTotals(pastYears.map((daily) => total(daily)));
  if (prior === null) return null;
  const shares = pastYears.flatMap((daily) => seasonalProfile([daily])?.at(year.partOfDays) ?? []);
  const mean = total(shares) / shares.length;
  const spread = shares.length < 2 ? 1 : Math.sqrt((shares.length + 1) / (shares.length - 1));
  return averageForecast(
    shares.map((share) => {
      const shareElapsed = clamp(mean + spread * (share - mean), 0, 1);
      return yearEndForecast({ ...year, ...prior, shareElapsed });
    }),
  );
}

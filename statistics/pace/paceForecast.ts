import { count, fraction } from "../arguments.ts";
import { studentTQuantile } from "../distributions/beta.ts";
import { normalQuantile } from "../distributions/normal.ts";
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
 * How far the profiles of k years are moved from their mean: √((k + 1)/(k − 1)) gives them the variance of a year to come, and Student's t
 * on k − 1 over the normal, at 80 %, the tails that k points lack. With it the intervals keep their level in simulations from two years on;
 * one year shows nothing of how seasons differ, and its intervals are too narrow.
 */
const spreadOf = (years: number): number =>
  years < 2 ? 1 : Math.sqrt((years + 1) / (years - 1)) * (studentTQuantile(0.8, years - 1) / normalQuantile(0.8));

/**
 * What past years teach, each a list of counts by teaching day: gives the forecast of any other year. Null when nothing was counted in
 * past years.
 */
export function learnPace(
  pastYears: readonly (readonly number[])[],
  { dispersion = 1 } = {},
): ((year: Omit<YearPassed, "dispersion">) => YearEndForecast) | null {
  const prior = paceOfPastTotals(
    pastYears.map((daily) => total(daily)),
    { dispersion },
  );
  if (prior === null) return null;
  const profiles = pastYears.flatMap((daily) => seasonalProfile([daily]) ?? []);
  const spread = spreadOf(profiles.length);
  return ({ countSoFar, partOfDays, target }) => {
    const shares = profiles.map((profile) => profile.at(partOfDays));
    const mean = total(shares) / shares.length;
    return averageForecast(
      shares.map((share) => {
        const shareElapsed = clamp(mean + spread * (share - mean), 0, 1);
        return yearEndForecast({ countSoFar, target, dispersion, ...prior, shareElapsed });
      }),
    );
  };
}

/**
 * Year-end forecast from past years alone, each a list of counts by teaching day: the prior of their totals, averaged over the seasonal
 * profile of each year, spread further from their mean since a few years show only part of how seasons differ.
 * Null when nothing was counted in past years.
 */
export function paceForecast(pastYears: readonly (readonly number[])[], year: YearPassed): YearEndForecast | null {
  fraction("partOfDays", year.partOfDays);
  count("countSoFar", year.countSoFar);
  return learnPace(pastYears, year)?.(year) ?? null;
}

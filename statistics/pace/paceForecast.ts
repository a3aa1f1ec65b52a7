import { count, fraction } from "../arguments.ts";
import { studentTQuantile } from "../distributions/beta.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { clamp, total } from "../interval.ts";
import { paceOfPastTotals } from "./prior.ts";
import { type SeasonalProfile, seasonalProfile } from "./seasonalProfile.ts";
import { averageForecast, type YearEndForecast, yearEndForecast } from "./yearEndForecast.ts";

/** Where a year stands: its count so far, the part of its teaching days that has passed, and its benchmark. */
export interface YearPassed {
  countSoFar: number;
  partOfDays: number;
  target: number;
  dispersion?: number;
  /** For each of its teaching days that have passed, what share of that day is on record by now; left out, all of it. */
  onRecord?: readonly number[];
}

/** What past years teach of any other year: its total at the end, and its count so far when all of it is on record. */
export interface Pace {
  yearEnd(year: Omit<YearPassed, "dispersion">): YearEndForecast;
  toDate(year: Omit<YearPassed, "dispersion">): YearEndForecast;
}

/**
 * How far the profiles of k years are moved from their mean: √((k + 1)/(k − 1)) gives them the variance of a year to come, and Student's t
 * on k − 1 over the normal, at 80 %, the tails that k points lack. With it the intervals keep their level in simulations from two years on;
 * one year shows nothing of how seasons differ, and its intervals are too narrow.
 */
const spreadOf = (years: number): number =>
  years < 2 ? 1 : Math.sqrt((years + 1) / (years - 1)) * (studentTQuantile(0.8, years - 1) / normalQuantile(0.8));

/** Part of a year's count that is on record: each passed day's part of the year, times what of that day is on record. */
function shareOnRecord(profile: SeasonalProfile, { partOfDays, onRecord }: Omit<YearPassed, "dispersion">): number {
  if (onRecord === undefined) return profile.at(partOfDays);
  const upTo = (day: number) => profile.at((partOfDays * day) / onRecord.length);
  return total(onRecord.map((share, day) => (upTo(day + 1) - upTo(day)) * fraction(`onRecord[${day}]`, share)));
}

/**
 * What past years teach, each a list of counts by teaching day: gives the forecast of any other year. Null when nothing was counted in
 * past years.
 */
export function learnPace(pastYears: readonly (readonly number[])[], { dispersion = 1 } = {}): Pace | null {
  const prior = paceOfPastTotals(
    pastYears.map((daily) => total(daily)),
    { dispersion },
  );
  if (prior === null) return null;
  const profiles = pastYears.flatMap((daily) => seasonalProfile([daily]) ?? []);
  const spread = spreadOf(profiles.length);
  const spreadOut = (shares: readonly number[]) => {
    const mean = total(shares) / shares.length;
    return shares.map((share) => clamp(mean + spread * (share - mean), 0, 1));
  };
  return {
    yearEnd(year) {
      const { countSoFar, target } = year;
      const elapsed = spreadOut(profiles.map((profile) => shareOnRecord(profile, year)));
      return averageForecast(
        elapsed.map((shareElapsed) => yearEndForecast({ countSoFar, target, dispersion, ...prior, shareElapsed })),
      );
    },
    toDate(year) {
      const { countSoFar, target, partOfDays } = year;
      return averageForecast(
        profiles.map((profile) => {
          const held = profile.at(partOfDays);
          const shareElapsed = held === 0 ? 1 : Math.min(1, shareOnRecord(profile, year) / held);
          const rate = held === 0 ? prior.rate : prior.rate / held;
          return yearEndForecast({ countSoFar, target, dispersion, shape: prior.shape, rate, shareElapsed });
        }),
      );
    },
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
  return learnPace(pastYears, year)?.yearEnd(year) ?? null;
}

/**
 * What a year's count so far is expected to be once all of it is on record: the total of the days that have passed, forecast from what is on
 * record (`onRecord`, by `registrationDelay`) as `paceForecast` forecasts that of all days. Null when nothing was counted in past years.
 */
export function countToDate(pastYears: readonly (readonly number[])[], year: YearPassed): YearEndForecast | null {
  fraction("partOfDays", year.partOfDays);
  count("countSoFar", year.countSoFar);
  return learnPace(pastYears, year)?.toDate(year) ?? null;
}

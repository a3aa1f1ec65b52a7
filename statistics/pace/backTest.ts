import { count, fraction, openFraction } from "../arguments.ts";
import { total } from "../interval.ts";
import { learnPace } from "./paceForecast.ts";
import type { YearEndForecast } from "./yearEndForecast.ts";

/** One forecast of a past year at a part of its teaching days, set beside what came; all in counts. */
export interface BackTestRow {
  /** Place of the year in the list of past years. */
  year: number;
  partOfDays: number;
  /** Teaching days that had passed. */
  day: number;
  countSoFar: number;
  actual: number;
  mean: number;
  lower: number;
  upper: number;
  covered: boolean;
  /** Total that the straight line from the count so far gives: count over part of days. */
  line: number | null;
  /** Continuous ranked probability score of the forecast, and of the straight line; smaller is better. */
  score: number;
  scoreOfLine: number | null;
}

/** Chance that is left out at either end of a score: its square is too small to be seen. */
const TAIL = 1e-4;

function rankedScore(forecast: YearEndForecast, actual: number): number {
  const first = Math.min(actual, forecast.quantile(TAIL));
  const last = Math.max(actual, forecast.quantile(1 - TAIL));
  let score = 0;
  for (let k = first; k <= last; k++) score += (forecast.cdf(k) - (k >= actual ? 1 : 0)) ** 2;
  return score;
}

/**
 * Leave-one-year-out back-test of the year-end forecast (Gneiting & Raftery 2007 for the score): each past year, a list of counts by
 * teaching day, is forecast from the others. Years whose others were all 0 are left out; fewer than two years give an empty list.
 */
export function backTestPace(
  pastYears: readonly (readonly number[])[],
  partsOfDays: readonly number[],
  { level = 0.8, dispersion = 1 } = {},
): BackTestRow[] {
  openFraction("level", level);
  for (const [i, daily] of pastYears.entries())
    for (const [day, value] of daily.entries()) count(`pastYears[${i}][${day}]`, value);
  return pastYears.flatMap((daily, year) => {
    const pace = learnPace(
      pastYears.filter((_, i) => i !== year),
      { dispersion },
    );
    if (pace === null) return [];
    const actual = total(daily);
    return partsOfDays.flatMap((part) => {
      const day = Math.round(fraction("partOfDays", part) * daily.length);
      const countSoFar = total(daily.slice(0, day));
      const reached = daily.length === 0 ? 0 : day / daily.length;
      const forecast = pace.yearEnd({ countSoFar, partOfDays: reached, target: 0 });
      const [lower, upper] = [forecast.quantile((1 - level) / 2), forecast.quantile((1 + level) / 2)];
      const line = reached === 0 ? null : countSoFar / reached;
      return {
        year,
        partOfDays: part,
        day,
        countSoFar,
        actual,
        mean: forecast.mean,
        lower,
        upper,
        covered: actual >= lower && actual <= upper,
        line,
        score: rankedScore(forecast, actual),
        scoreOfLine: line === null ? null : Math.abs(line - actual),
      };
    });
  });
}

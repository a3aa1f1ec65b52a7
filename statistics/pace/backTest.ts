import { fraction, openFraction } from "../arguments.ts";
import { total } from "../interval.ts";
import { paceForecast } from "./paceForecast.ts";
import type { YearEndForecast } from "./yearEndForecast.ts";

/** One forecast of a past year at a part of its teaching days, set beside what came; all in counts. */
export interface BackTestRow {
  year: number;
  partOfDays: number;
  actual: number;
  mean: number;
  lower: number;
  upper: number;
  covered: boolean;
  /** Continuous ranked probability score of the forecast, and of the straight line from the count so far; smaller is better. */
  score: number;
  scoreOfLine: number | null;
}

function rankedScore(forecast: YearEndForecast, actual: number): number {
  const last = Math.max(actual, forecast.quantile(0.999999));
  let score = 0;
  for (let k = 0; k <= last; k++) score += (forecast.cdf(k) - (k >= actual ? 1 : 0)) ** 2;
  return score;
}

/**
 * Leave-one-year-out back-test of the year-end forecast (Gneiting & Raftery 2007 for the score): each past year, a list of counts by
 * teaching day, is forecast from the others. Years whose others were all 0 are left out; fewer than two years give an empty list. The line
 * is count so far over part of days.
 */
export function backTestPace(
  pastYears: readonly (readonly number[])[],
  partsOfDays: readonly number[],
  { level = 0.8 } = {},
): BackTestRow[] {
  openFraction("level", level);
  return pastYears.flatMap((daily, year) => {
    const others = pastYears.filter((_, i) => i !== year);
    const actual = total(daily);
    return partsOfDays.flatMap((part) => {
      const day = Math.round(fraction("partOfDays", part) * daily.length);
      const countSoFar = total(daily.slice(0, day));
      const reached = daily.length === 0 ? 0 : day / daily.length;
      const forecast = paceForecast(others, { countSoFar, partOfDays: reached, target: 0 });
      if (forecast === null) return [];
      const [lower, upper] = [forecast.quantile((1 - level) / 2), forecast.quantile((1 + level) / 2)];
      return {
        year,
        partOfDays: part,
        actual,
        mean: forecast.mean,
        lower,
        upper,
        covered: actual >= lower && actual <= upper,
        score: rankedScore(forecast, actual),
        scoreOfLine: reached === 0 ? null : Math.abs(countSoFar / reached - actual),
      };
    });
  });
}

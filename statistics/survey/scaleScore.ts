import { count, finite, openFraction } from "../arguments.ts";
import { studentTQuantile } from "../distributions/beta.ts";
import { StatisticsError } from "../errors.ts";
import { type Interval, total } from "../interval.ts";

/**
 * Mean of scores with its standard error (s/√n)·√(1 − n/N), the finite population of N where it is known, and Student's interval. Null with
 * fewer than two scores; the interval is null when all N answered.
 */
export function scaleScore(
  scores: readonly number[],
  { level = 0.95, populationSize }: { level?: number; populationSize?: number } = {},
): { mean: number; se: number; interval: Interval | null } | null {
  openFraction("level", level);
  for (const [i, score] of scores.entries()) finite(`scores[${i}]`, score);
  const n = scores.length;
  if (populationSize !== undefined && count("populationSize", populationSize) < n)
    throw new StatisticsError("contradictory", "populationSize", populationSize);
  if (n < 2) return null;
  const mean = total(scores) / n;
  const variance = total(scores.map((score) => (score - mean) ** 2)) / (n - 1);
  const se = Math.sqrt((variance / n) * (populationSize === undefined ? 1 : 1 - n / populationSize));
  const reach = studentTQuantile((1 + level) / 2, n - 1) * se;
  return { mean, se, interval: n === populationSize ? null : { lower: mean - reach, upper: mean + reach } };
}

import { count } from "../arguments.ts";
import { clamp, type Interval } from "../interval.ts";
import { wilsonInterval } from "../proportion/wilson.ts";

/** Pairs by who of both agreed. */
export interface Pairs {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

/** Correlation of both sides, drawn toward 0 by half a pair where it is positive. */
function correlation({ both, onlyFirst, onlySecond, neither }: Pairs): number {
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const product = both * neither - onlyFirst * onlySecond;
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  return (product < 0 ? product : Math.max(0, product - half)) / Math.sqrt(margins);
}

/**
 * Difference of two shares of the same pairs, first less second, with the interval of Newcombe 1998 (Statistics in Medicine 17:2635,
 * method 10), and the share of pairs that agree. Null without pairs.
 */
export function pairedDifference(
  pairs: Pairs,
  { level = 0.95 } = {},
): { difference: number; agreement: number; interval: Interval } | null {
  for (const [name, value] of Object.entries(pairs)) count(name, value);
  const { both, onlyFirst, onlySecond, neither } = pairs;
  const n = both + onlyFirst + onlySecond + neither;
  const [x1, x2] = [both + onlyFirst, both + onlySecond];
  const [first, second] = [wilsonInterval(x1, n, { level }), wilsonInterval(x2, n, { level })];
  if (first === null || second === null) return null;
  const phi = correlation(pairs);
  const [p1, p2, difference] = [x1 / n, x2 / n, (onlyFirst - onlySecond) / n];
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    difference,
    agreement: (both + neither) / n,
    interval: {
      lower: clamp(difference - reach(p1 - first.lower, second.upper - p2), -1, 1),
      upper: clamp(difference + reach(p2 - second.lower, first.upper - p1), -1, 1),
    },
  };
}

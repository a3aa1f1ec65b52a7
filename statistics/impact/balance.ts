import { finite, openFraction, successesOf } from "../arguments.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { type Interval, total } from "../interval.ts";
import { newcombeInterval } from "../proportion/newcombe.ts";

/** A difference (first arm minus second) in its own unit, with its interval, and in standard deviations. */
export interface Difference {
  difference: number;
  interval: Interval;
  standardised: number;
}

/**
 * Difference of two means in pooled standard deviations, with the correction 1 − 3/(4N − 9) for small samples (Hedges 1981, the measure of the
 * What Works Clearinghouse for means), and the interval of Welch with the normal quantile. Null with fewer than two values in an arm or
 * where all values of an arm are alike in both.
 */
export function meanDifference(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95 } = {},
): Difference | null {
  openFraction("level", level);
  for (const [i, value] of [...first, ...second].entries()) finite(`values[${i}]`, value);
  if (first.length < 2 || second.length < 2) return null;
  const arms = [first, second].map((values) => {
    const mean = total(values) / values.length;
    const squares = total(values.map((value) => (value - mean) ** 2));
    return { mean, squares, error: squares / (values.length - 1) / values.length };
  });
  const [one, other] = arms as [(typeof arms)[number], (typeof arms)[number]];
  const n = first.length + second.length;
  const spread = Math.sqrt((one.squares + other.squares) / (n - 2));
  if (spread === 0) return null;
  const difference = one.mean - other.mean;
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(one.error + other.error);
  return {
    difference,
    interval: { lower: difference - reach, upper: difference + reach },
    standardised: (difference / spread) * (1 - 3 / (4 * n - 9)),
  };
}

/**
 * Difference of two shares over √((p₁q₁ + p₂q₂)/2) (Austin 2009), which also exists where a share is 0, with the interval of Newcombe (1998). Null
 * when an arm is empty, or where both shares are 0 or 1.
 */
export function shareDifference(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  { level = 0.95 } = {},
): Difference | null {
  successesOf(x1, n1, " 1");
  successesOf(x2, n2, " 2");
  const interval = newcombeInterval(x1, n1, x2, n2, { level });
  const [p, q] = [x1 / n1, x2 / n2];
  const spread = Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
  if (interval === null || spread === 0) return null;
  return { difference: p - q, interval, standardised: (p - q) / spread };
}

import { openFraction, successesOf } from "../arguments.ts";
import { chiSquaredUpper } from "../distributions/gamma.ts";
import { normalQuantile } from "../distributions/normal.ts";
import type { Interval } from "../interval.ts";

/**
 * Pooled test that two shares are equal, without continuity correction (R `prop.test(correct = FALSE)`): z has the sign of
 * x1/n1 − x2/n2. Null when a group is empty or when nobody, or everybody, is a success.
 */
export function twoProportionTest(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
): { z: number; chiSquared: number; p: number } | null {
  successesOf(x1, n1, " 1");
  successesOf(x2, n2, " 2");
  const pooled = (x1 + x2) / (n1 + n2);
  if (n1 === 0 || n2 === 0 || pooled === 0 || pooled === 1) return null;
  const z = (x1 / n1 - x2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return { z, chiSquared: z * z, p: chiSquaredUpper(z * z, 1) };
}

/**
 * Ratio of two shares (the parity index of SDG 4.5.1) with the log interval of Katz et al. 1978. The adjusted index 2 − 1/ratio
 * applies above 1. Null when a group is empty or a share is 0.
 */
export function shareRatio(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  { level = 0.95 } = {},
): { ratio: number; adjusted: number; interval: Interval } | null {
  successesOf(x1, n1, " 1");
  successesOf(x2, n2, " 2");
  openFraction("level", level);
  if (x1 === 0 || x2 === 0) return null;
  const ratio = x1 / n1 / (x2 / n2);
  const factor = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
  return {
    ratio,
    adjusted: ratio > 1 ? 2 - 1 / ratio : ratio,
    interval: { lower: ratio / factor, upper: ratio * factor },
  };
}

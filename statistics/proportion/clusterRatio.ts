import { finite, notNegative, openFraction } from "../arguments.ts";
import { normalQuantile } from "../distributions/normal.ts";
import type { Interval } from "../interval.ts";

/**
 * Ratio Σy/Σn over clusters (schools), in the unit of y for each n, with the linearised standard error √([m/(m − 1)] Σ(y − r̂n)²)/Σn (Cochran
 * 1977) and its normal interval. Null with fewer than two clusters or nothing to divide by.
 */
export function clusterRatio(
  clusters: readonly { value: number; size: number }[],
  { level = 0.95 } = {},
): { ratio: number; se: number; interval: Interval } | null {
  openFraction("level", level);
  let [value, size] = [0, 0];
  for (const [i, cluster] of clusters.entries()) {
    value += finite(`value[${i}]`, cluster.value);
    size += notNegative(`size[${i}]`, cluster.size);
  }
  const used = clusters.filter((cluster) => cluster.size > 0);
  if (used.length < 2 || size === 0) return null;
  const ratio = value / size;
  const squares = used.reduce((sum, cluster) => sum + (cluster.value - ratio * cluster.size) ** 2, 0);
  const se = Math.sqrt((used.length / (used.length - 1)) * squares) / size;
  const reach = normalQuantile((1 + level) / 2) * se;
  return { ratio, se, interval: { lower: ratio - reach, upper: ratio + reach } };
}

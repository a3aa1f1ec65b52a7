/** Both limits of a confidence or prediction interval, in the unit of the estimate. An undefined interval is null. */
export interface Interval {
  lower: number;
  upper: number;
}

/** Keeps a value between two limits. */
export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Sum of a list, 0 when it is empty. */
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Quantile of a sorted list by linear interpolation (R type 7, Hyndman & Fan 1996); null when the list is empty.
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}

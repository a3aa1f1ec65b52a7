import { clamp, type Interval } from "../interval.ts";
import { wilsonInterval } from "./wilson.ts";

export interface DifferenceOptions {
  level?: number;
  continuity?: boolean;
  /** Variance inflation by clustering, applied to both shares. */
  designEffect?: number;
}

/**
 * Interval of the difference x1/n1 − x2/n2 of two independent shares, as fractions: method 10 of Newcombe 1998 (Statistics in Medicine
 * 17:873), from the two Wilson intervals. Null when either group is empty.
 */
export function newcombeInterval(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  options: DifferenceOptions = {},
): Interval | null {
  const first = wilsonInterval(x1, n1, options);
  const second = wilsonInterval(x2, n2, options);
  if (first === null || second === null) return null;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return {
    lower: clamp(difference - Math.hypot(p1 - first.lower, second.upper - p2), -1, 1),
    upper: clamp(difference + Math.hypot(first.upper - p1, p2 - second.lower), -1, 1),
  };
}

import { fraction } from "../arguments.ts";
import { clamp, type Interval } from "../interval.ts";
import { wilsonInterval } from "./wilson.ts";

export interface DifferenceOptions {
  level?: number;
  continuity?: boolean;
  /** Variance inflation by clustering, applied to both shares. */
  designEffect?: number;
  /** Correlation of both shares, as where the same pupils were counted twice; 0 for independent ones. */
  correlation?: number;
}

/**
 * Interval of the difference x1/n1 − x2/n2 of two shares, as fractions: method 10 of Newcombe 1998 (Statistics in Medicine 17:873), from the two
 * Wilson intervals; shares that correlate take Zou & Donner's (2008) term for it. Null when either group is empty.
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
  const correlation = fraction("correlation", options.correlation ?? 0);
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * correlation * a * b + b ** 2));
  const difference = p1 - p2;
  return {
    lower: clamp(difference - reach(p1 - first.lower, second.upper - p2), -1, 1),
    upper: clamp(difference + reach(first.upper - p1, p2 - second.lower), -1, 1),
  };
}

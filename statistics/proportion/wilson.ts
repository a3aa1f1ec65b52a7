import { openFraction, successesOf } from "../arguments.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { clamp, type Interval } from "../interval.ts";
import { effectiveTrials } from "./effectiveTrials.ts";

export interface WilsonOptions {
  /** Confidence level as a fraction, 0.95 when not given. */
  level?: number;
  /** With Yates' continuity correction. */
  continuity?: boolean;
  /** Size of the finite population that was sampled; for questionnaires, never for enrolment counts. */
  populationSize?: number;
  /** Variance inflation by clustering; 1 when answers are independent. */
  designEffect?: number;
}

/**
 * Wilson's score interval of a share, as fractions (Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857, methods 3 and 4).
 * Null when there are no trials, and when the whole population answered: then nothing is uncertain.
 */
export function wilsonInterval(successes: number, trials: number, options: WilsonOptions = {}): Interval | null {
  const { level = 0.95, continuity = false, populationSize, designEffect } = options;
  successesOf(successes, trials);
  openFraction("level", level);
  const n = effectiveTrials(trials, populationSize, designEffect);
  if (n === 0 || n === Number.POSITIVE_INFINITY) return null;
  const p = successes / trials;
  const q = 1 - p;
  const z = normalQuantile((1 + level) / 2);
  const z2 = z * z;
  const scale = 2 * (n + z2);
  const centre = 2 * n * p + z2;
  const reach = (step: number, odds: number) => z * Math.sqrt(Math.max(0, z2 + step - 1 / n + odds));
  const [below, above] = continuity
    ? [1 + reach(-2, 4 * p * (n * q + 1)), 1 + reach(2, 4 * p * (n * q - 1))]
    : [z * Math.sqrt(z2 + 4 * n * p * q), z * Math.sqrt(z2 + 4 * n * p * q)];
  return {
    lower: successes === 0 ? 0 : clamp((centre - below) / scale, 0, p),
    upper: successes === trials ? 1 : clamp((centre + above) / scale, p, 1),
  };
}

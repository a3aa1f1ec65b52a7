import { finite, notNegative, openFraction } from "../arguments.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { StatisticsError } from "../errors.ts";

/**
 * Smallest true effect that would be found with this power: (z for the level + z for the power) × SE, 2.8016 × SE at 95 % and 80 % (Bloom 1995).
 * In the unit of the standard error; null when that is null or 0.
 */
export function minimumDetectableEffect(se: number | null, { level = 0.95, power = 0.8 } = {}): number | null {
  openFraction("level", level);
  openFraction("power", power);
  if (se === null || notNegative("se", se) === 0) return null;
  return (normalQuantile((1 + level) / 2) + normalQuantile(power)) * se;
}

/**
 * Effect on a pupil who was there that a school-level effect stands for, when only a share of the cohort was: effect over share.
 * Null when nobody was there, or so few that the effect lies beyond the largest number.
 */
export function individualEffect(schoolEffect: number, exposedShare: number): number | null {
  finite("schoolEffect", schoolEffect);
  if (finite("exposedShare", exposedShare) < 0 || exposedShare > 1) {
    throw new StatisticsError("not_a_fraction", "exposedShare", exposedShare);
  }
  const effect = schoolEffect / exposedShare;
  return Number.isFinite(effect) ? effect : null;
}

import { count, finite, openFraction } from "../arguments.ts";
import { studentTCdf, studentTQuantile } from "../distributions/beta.ts";
import { clamp, type Interval, total } from "../interval.ts";

/** A share of a past year on the same day of the year and at its end, as fractions of 1. */
export interface PastShare {
  day: number;
  end: number;
}

export interface ShareAtYearEnd {
  /** What past years still moved by from this day to their end, on average, added to the share of today. */
  centre: number;
  /** Standard error of one year to come around it. */
  spread: number;
  years: number;
}

/**
 * Where a share that is still running will end: its value of today plus the mean of what k past years still moved by from the same day to
 * their end, with the prediction error of one more year, s√(1 + 1/k), on k − 1 degrees of freedom (Hahn & Meeker 1991). Fractions of 1.
 * Null with fewer than three past years, which tell too little of how far years lie apart.
 */
export function shareAtYearEnd(today: number, past: readonly PastShare[]): ShareAtYearEnd | null {
  finite("today", today);
  const moves = past.map(({ day, end }, i) => finite(`past[${i}].end`, end) - finite(`past[${i}].day`, day));
  const years = moves.length;
  if (years < 3) return null;
  const mean = total(moves) / years;
  const variance = total(moves.map((move) => (move - mean) ** 2)) / (years - 1);
  return { centre: today + mean, spread: Math.sqrt(variance * (1 + 1 / years)), years };
}

/** The interval in which the share ends with this level, Student's t, kept from 0 to 1. */
export function intervalOfShare({ centre, spread, years }: ShareAtYearEnd, level: number): Interval {
  openFraction("level", level);
  const reach = spread === 0 ? 0 : spread * studentTQuantile((1 + level) / 2, count("years", years) - 1);
  return { lower: clamp(centre - reach, 0, 1), upper: clamp(centre + reach, 0, 1) };
}

/** Chance that the share ends at a limit or above it, Student's t; 0 or 1 where past years all moved alike. */
export function chanceOfShare({ centre, spread, years }: ShareAtYearEnd, limit: number): number {
  finite("limit", limit);
  if (spread === 0) return centre >= limit - 1e-12 ? 1 : 0;
  return 1 - studentTCdf((limit - centre) / spread, count("years", years) - 1);
}

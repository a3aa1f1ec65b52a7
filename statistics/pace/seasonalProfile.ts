import { count, fraction } from "../arguments.ts";
import { total } from "../interval.ts";

export interface SeasonalProfile {
  /** Share of a year's count at the end of each per mille of its teaching days, from 0 (start) to 1 (end). */
  shares: readonly number[];
  /** Share at a part of the teaching days, 0 to 1, by linear interpolation. */
  at(partOfDays: number): number;
}

const STEPS = 1000;

/** Count up to each step of a year, days being cut in even parts. */
function cumulative(daily: readonly number[]): number[] {
  const sums = [0];
  for (const value of daily) sums.push((sums.at(-1) as number) + value);
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const place = (step * daily.length) / STEPS;
    const whole = Math.floor(place);
    return (sums[whole] as number) + (place - whole) * (daily[whole] ?? 0);
  });
}

/**
 * Seasonal profile pooled over past years, each a list of counts by teaching day: the summed count up to a part of the teaching days
 * over the summed totals, so never falling, 0 at the start and 1 at the end. Null when nothing was counted.
 */
export function seasonalProfile(pastYears: readonly (readonly number[])[]): SeasonalProfile | null {
  for (const [i, year] of pastYears.entries()) {
    for (const [day, value] of year.entries()) count(`pastYears[${i}][${day}]`, value);
  }
  const years = pastYears.map(cumulative);
  const all = total(years.map((sums) => sums[STEPS] as number));
  if (all === 0) return null;
  const shares = Array.from({ length: STEPS + 1 }, (_, step) => total(years.map((sums) => sums[step] as number)) / all);
  return {
    shares,
    at(partOfDays) {
      const place = fraction("partOfDays", partOfDays) * STEPS;
      const below = Math.floor(place);
      const low = shares[below] as number;
      return low + (place - below) * ((shares[below + 1] ?? low) - low);
    },
  };
}

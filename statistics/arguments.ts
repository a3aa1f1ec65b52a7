import { StatisticsError } from "./errors.ts";

/** Refuses NaN, infinities and what is no number. */
export function finite(argument: string, value: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new StatisticsError("not_a_number", argument, String(value));
  }
  return value;
}

/** Refuses all but whole numbers from zero. */
export function count(argument: string, value: number): number {
  if (finite(argument, value) < 0) throw new StatisticsError("negative", argument, value);
  if (!Number.isInteger(value)) throw new StatisticsError("not_a_count", argument, value);
  return value;
}

/** Refuses successes and trials that are no counts, and more successes than trials. */
export function successesOf(successes: number, trials: number, place = ""): void {
  count(`successes${place}`, successes);
  count(`trials${place}`, trials);
  if (successes > trials) throw new StatisticsError("more_successes_than_trials", `successes${place}`, successes);
}

/** Refuses what is not above zero. */
export function positive(argument: string, value: number): number {
  if (finite(argument, value) <= 0) throw new StatisticsError("not_positive", argument, value);
  return value;
}

/** Refuses what is below zero. */
export function notNegative(argument: string, value: number): number {
  if (finite(argument, value) < 0) throw new StatisticsError("negative", argument, value);
  return value;
}

/** Refuses what lies outside 0 to 1, both allowed. */
export function fraction(argument: string, value: number): number {
  if (finite(argument, value) < 0 || value > 1) throw new StatisticsError("not_a_fraction", argument, value);
  return value;
}

/** Refuses what does not lie strictly between 0 and 1. */
export function openFraction(argument: string, value: number): number {
  if (finite(argument, value) <= 0 || value >= 1) throw new StatisticsError("not_a_fraction", argument, value);
  return value;
}

/** Refuses lists that should run side by side and do not. */
export function sameLength(argument: string, ...lists: readonly ArrayLike<unknown>[]): void {
  const lengths = lists.map((list) => list.length);
  if (new Set(lengths).size > 1) throw new StatisticsError("lengths_differ", argument, lengths);
}

import { finite, notNegative } from "./arguments.ts";
import { total } from "./interval.ts";

/**
 * How far a total rests on few: the number of contributions above zero, the Herfindahl-Hirschman index (sum of squared shares, from 1/n to 1)
 * and the largest share. Null without a contribution.
 */
export function concentration(
  contributions: readonly number[],
): { contributors: number; herfindahl: number; largestShare: number } | null {
  for (const [i, value] of contributions.entries()) finite(`contributions[${i}]`, value);
  const given = contributions.filter((value) => value > 0);
  const whole = total(given);
  if (given.length === 0) return null;
  return {
    contributors: given.length,
    herfindahl: total(given.map((value) => (value / whole) ** 2)),
    largestShare: Math.max(...given) / whole,
  };
}

/** When a sum of money tells too much of one who gave: fewer contributors, less beside the two largest, or larger shares than these. */
export interface SafetyRule {
  contributors: number;
  /** p of the p % rule, in percent. */
  p: number;
  /** Largest share, and largest share of the two largest, as fractions. */
  one: number;
  two: number;
}

/**
 * Whether a sum may be shown without telling one contribution: enough contributors and, by the p % rule, X − x₁ − x₂ ≥ (p/100)·x₁, so that the
 * second largest cannot find the largest within p percent; beside it the dominance rules (1, k) and (2, k) as an alarm (Handbook on
 * Statistical Disclosure Control, 2nd edition, 2024, chapter 4). What was paid back counts by its size.
 */
export function sumIsSafe(
  contributions: readonly number[],
  { contributors, p, one, two }: SafetyRule,
): { isSafe: boolean; isDominated: boolean } {
  for (const [name, value] of Object.entries({ contributors, p, one, two })) notNegative(name, value);
  for (const [i, value] of contributions.entries()) finite(`contributions[${i}]`, value);
  const given = contributions
    .map((value) => Math.abs(value))
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  const [first = 0, second = 0] = given;
  const whole = total(given);
  const rest = total(given.slice(2));
  return {
    isSafe: given.length >= contributors && rest >= (p / 100) * first,
    isDominated: first > one * whole || first + second > two * whole,
  };
}

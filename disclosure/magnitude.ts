import { finite, notNegative, openFraction } from "../statistics/arguments.ts";
import { total } from "../statistics/interval.ts";

/** By how much a sum must be free to be higher than it is for each rule, 0 where it meets the rule; and how near the largest can be found. */
export interface SumProtection {
  /** By which fraction the second largest contributor overestimates the largest, at best. */
  overestimate: number;
  byPercent: number;
  byOne: number;
  byTwo: number;
}

/**
 * Upper protection levels of a suppressed sum X of contributions x₁ ≥ x₂ ≥ …: (p/100)·x₁ − (X − x₁ − x₂) by the p % rule, x₁/one − X and
 * (x₁ + x₂)/two − X by the dominance rules (Handbook on Statistical Disclosure Control, 2nd edition, 2024, chapter 4). Null without a
 * contribution above zero.
 */
export function sumProtection(
  contributions: readonly number[],
  { p, one, two }: { p: number; one: number; two: number },
): SumProtection | null {
  notNegative("p", p);
  for (const [name, value] of Object.entries({ one, two })) openFraction(name, value);
  for (const [i, value] of contributions.entries()) finite(`contributions[${i}]`, value);
  const given = contributions.filter((value) => value > 0).sort((a, b) => b - a);
  const [first, second = 0] = given;
  if (first === undefined) return null;
  const whole = total(given);
  const rest = total(given.slice(2));
  return {
    overestimate: rest / first,
    byPercent: Math.max(0, (p / 100) * first - rest),
    byOne: Math.max(0, first / one - whole),
    byTwo: Math.max(0, (first + second) / two - whole),
  };
}

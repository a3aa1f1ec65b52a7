import { notNegative, positive } from "../arguments.ts";
import { incompleteGamma } from "./special.ts";

/** Gamma distribution function P(X ≤ x) with shape and rate, by series or Lentz's continued fraction; 0 at 0. */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  return incompleteGamma(positive("shape", shape), notNegative("x", x) * positive("rate", rate)).lower;
}

/** Upper tail P(X > x) of chi-squared: the p value of a test, accurate when it is small. */
export function chiSquaredUpper(x: number, degreesOfFreedom: number): number {
  return incompleteGamma(positive("degreesOfFreedom", degreesOfFreedom) / 2, notNegative("x", x) / 2).upper;
}

import { fraction, notNegative, positive } from "../arguments.ts";
import { invert } from "./invert.ts";
import { incompleteGamma, logGamma } from "./special.ts";

/** Gamma distribution function P(X ≤ x) with shape and rate, by series or Lentz's continued fraction; 0 at 0. */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  return incompleteGamma(positive("shape", shape), notNegative("x", x) * positive("rate", rate)).lower;
}

/** Gamma quantile with shape and rate, by Newton's method inside a bracket; p = 0 gives 0, p = 1 gives infinity. */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  fraction("p", p);
  positive("shape", shape);
  positive("rate", rate);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  let upper = shape + 1;
  while (incompleteGamma(shape, upper).lower < p) upper *= 2;
  const distance = (x: number) => incompleteGamma(shape, x).lower - p;
  const density = (x: number) => Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
  return invert(distance, density, 0, upper, Math.min(shape, upper / 2)) / rate;
}

/** Chi-squared distribution function P(X ≤ x): the gamma with half the degrees of freedom and rate 1/2. */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  return gammaCdf(x, positive("degreesOfFreedom", degreesOfFreedom) / 2, 0.5);
}

/** Upper tail P(X > x) of chi-squared: the p value of a test, accurate when it is small. */
export function chiSquaredUpper(x: number, degreesOfFreedom: number): number {
  return incompleteGamma(positive("degreesOfFreedom", degreesOfFreedom) / 2, notNegative("x", x) / 2).upper;
}

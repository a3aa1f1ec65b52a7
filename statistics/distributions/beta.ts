import { finite, fraction, notNegative, positive } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { invert } from "./invert.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { incompleteBeta, logBeta } from "./special.ts";

/** Beta distribution function I_x(a, b), 0 to 1, by Lentz's continued fraction (Thompson & Barnett 1986); x is a fraction. */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta(fraction("x", x), positive("a", a), positive("b", b)).lower;
}

/** Beta quantile, a fraction, by Newton's method inside a bracket; p = 0 gives 0, p = 1 gives 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  fraction("p", p);
  positive("a", a);
  positive("b", b);
  if (p === 0 || p === 1) return p;
  const front = logBeta(a, b);
  const density = (x: number) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - front);
  return invert((x) => incompleteBeta(x, a, b).lower - p, density, 0, 1, a / (a + b));
}

function freedom(degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return degreesOfFreedom;
  return positive("degreesOfFreedom", degreesOfFreedom);
}

/** Student's t distribution function P(T ≤ t), through the incomplete beta function; infinite degrees of freedom give the normal. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  finite("t", t);
  if (freedom(degreesOfFreedom) === Number.POSITIVE_INFINITY) return normalCdf(t);
  const tail = incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5).lower / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * Student's t quantile; infinite degrees of freedom give the normal, p = 0 and p = 1 minus and plus infinity. So is a quantile beyond the
 * largest number, as with degrees of freedom far below 1.
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  fraction("p", p);
  if (freedom(degreesOfFreedom) === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tails = 2 * Math.min(p, 1 - p);
  if (tails === 0) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const half = degreesOfFreedom / 2;
  let odds: number;
  if (tails < 0.5) {
    const rest = betaQuantile(tails, half, 0.5);
    odds = (1 - rest) / rest;
  } else {
    const part = betaQuantile(1 - tails, 0.5, half);
    odds = part / (1 - part);
  }
  const size = Math.sqrt(degreesOfFreedom * odds);
  return p < 0.5 ? -size : size;
}

/** Upper tail P(F > x) of the F distribution: the p value of a test, accurate when it is small. */
export function fUpper(x: number, above: number, below: number): number {
  const odds = (notNegative("x", x) * positive("above", above)) / positive("below", below);
  if (odds <= 1) return incompleteBeta(odds / (1 + odds), above / 2, below / 2).upper;
  return incompleteBeta(1 / (1 + odds), below / 2, above / 2).lower;
}

/**
 * F quantile with `above` and `below` degrees of freedom, through the beta quantile; p = 1 is refused. Infinite where
 * it lies beyond the largest number, as with degrees of freedom far below 1.
 */
export function fQuantile(p: number, above: number, below: number): number {
  fraction("p", p);
  if (p === 1) throw new StatisticsError("not_a_fraction", "p", p);
  positive("above", above);
  positive("below", below);
  if (p > 0.5) {
    const rest = betaQuantile(1 - p, below / 2, above / 2);
    return (below * (1 - rest)) / (above * rest);
  }
  const part = betaQuantile(p, above / 2, below / 2);
  return (below * part) / (above * (1 - part));
}

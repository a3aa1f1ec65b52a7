import { count, fraction, positive } from "../arguments.ts";
import { incompleteBeta, logBeta, logChoose } from "./special.ts";

/** Binomial distribution function P(X ≤ k), through the incomplete beta function. */
export function binomialCdf(k: number, trials: number, p: number): number {
  count("k", k);
  count("trials", trials);
  fraction("p", p);
  return k >= trials ? 1 : incompleteBeta(p, k + 1, trials - k).upper;
}

/** Beta-binomial probability of exactly k successes in `trials` when the share follows Beta(a, b). */
export function betaBinomialPmf(k: number, trials: number, a: number, b: number): number {
  count("k", k);
  count("trials", trials);
  positive("a", a);
  positive("b", b);
  if (k > trials) return 0;
  return Math.exp(logChoose(trials, k) + logBeta(k + a, trials - k + b) - logBeta(a, b));
}

/** Beta-binomial distribution function P(X ≤ k), by summing. */
export function betaBinomialCdf(k: number, trials: number, a: number, b: number): number {
  if (count("k", k) >= count("trials", trials)) return 1;
  let sum = 0;
  for (let i = 0; i <= k; i++) sum += betaBinomialPmf(i, trials, a, b);
  return Math.min(1, sum);
}

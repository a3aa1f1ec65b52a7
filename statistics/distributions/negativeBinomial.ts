import { count, finite, fraction, openFraction, positive } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { invertCount } from "./invert.ts";
import { incompleteBeta, logGamma } from "./special.ts";

function chance(prob: number): number {
  if (finite("prob", prob) <= 0 || prob > 1) throw new StatisticsError("not_a_fraction", "prob", prob);
  return prob;
}

/** Negative binomial probability of k failures before `size` successes, any size above 0; the mean is size(1 − prob)/prob. */
export function negativeBinomialPmf(k: number, size: number, prob: number): number {
  count("k", k);
  positive("size", size);
  if (chance(prob) === 1) return k === 0 ? 1 : 0;
  const ways = logGamma(k + size) - logGamma(size) - logGamma(k + 1);
  return Math.exp(ways + size * Math.log(prob) + k * Math.log1p(-prob));
}

/** Negative binomial distribution function P(X ≤ k) = I_prob(size, k + 1). */
export function negativeBinomialCdf(k: number, size: number, prob: number): number {
  return incompleteBeta(chance(prob), positive("size", size), count("k", k) + 1).lower;
}

/** Smallest k with P(X ≤ k) ≥ p; p = 0 gives 0 and p = 1 is refused, having no bound. */
export function negativeBinomialQuantile(p: number, size: number, prob: number): number {
  positive("size", size);
  if (fraction("p", p) === 0 || chance(prob) === 1) return 0;
  openFraction("p", p);
  return invertCount((k) => incompleteBeta(prob, size, k + 1).lower, p, (2 * size * (1 - prob)) / prob);
}

import { count, fraction, openFraction, positive } from "../arguments.ts";
import { invertCount } from "../distributions/invert.ts";
import { negativeBinomialCdf, negativeBinomialQuantile } from "../distributions/negativeBinomial.ts";
import { StatisticsError } from "../errors.ts";

export interface YearSoFar {
  /** Shape and rate of the gamma prior of the year total, as `paceOfPastTotals` gives them. */
  shape: number;
  rate: number;
  countSoFar: number;
  /** Part of a year's count that past years had at this point, 0 to 1. */
  shareElapsed: number;
  target: number;
  /** Variance over mean of the daily counts per school (`clumping`), 1 when what is counted does not come in clumps. */
  dispersion?: number;
}

export interface YearEndForecast {
  mean: number;
  /** Smallest total that is not exceeded with probability p. */
  quantile(p: number): number;
  /** Probability that the year total is at most this. */
  cdf(total: number): number;
  probabilityOfTarget: number;
}

/**
 * Distribution of the year total, a count: the total so far plus a negative binomial rest, size shape + count and probability
 * (rate + F)/(rate + 1), exact for a Poisson count with a gamma total; its mean is Bornhuetter & Ferguson's. With a dispersion above 1 all
 * is counted in clumps of that size, so far as well as the rest: clumps tell less of the year than as many separate counts would.
 */
export function yearEndForecast(year: YearSoFar): YearEndForecast {
  const { countSoFar, dispersion = 1 } = year;
  const shape = positive("shape", year.shape);
  const rate = positive("rate", year.rate);
  const elapsed = fraction("shareElapsed", year.shareElapsed);
  count("countSoFar", countSoFar);
  count("target", year.target);
  positive("dispersion", dispersion);
  const rateOfClumps = rate * dispersion;
  const size = shape + countSoFar / dispersion;
  const prob = (rateOfClumps + elapsed) / (rateOfClumps + 1);
  const known = new Map<number, number>();
  const cdf = (total: number): number => {
    if (total < countSoFar) return 0;
    if (elapsed === 1) return 1;
    const clumps = Math.floor((total - countSoFar) / dispersion);
    const found = known.get(clumps) ?? negativeBinomialCdf(clumps, size, prob);
    known.set(clumps, found);
    return found;
  };
  return {
    mean: countSoFar + (dispersion * size * (1 - elapsed)) / (rateOfClumps + elapsed),
    quantile(p) {
      openFraction("p", p);
      if (elapsed === 1) return countSoFar;
      return countSoFar + Math.ceil(dispersion * negativeBinomialQuantile(p, size, prob));
    },
    cdf,
    probabilityOfTarget: year.target <= countSoFar ? 1 : 1 - cdf(year.target - 1),
  };
}

/**
 * Forecasts averaged with equal weight, for a seasonal profile that is itself uncertain: one forecast for the profile of each past year.
 * An empty list is refused.
 */
export function averageForecast(forecasts: readonly YearEndForecast[]): YearEndForecast {
  if (forecasts.length === 0) throw new StatisticsError("not_positive", "forecasts.length", 0);
  const average = (value: (forecast: YearEndForecast) => number): number =>
    forecasts.reduce((sum, forecast) => sum + value(forecast), 0) / forecasts.length;
  const mean = average((forecast) => forecast.mean);
  const cdf = (total: number) => average((forecast) => forecast.cdf(total));
  return {
    mean,
    quantile: (p) => invertCount(cdf, openFraction("p", p), 2 * mean),
    cdf,
    probabilityOfTarget: average((forecast) => forecast.probabilityOfTarget),
  };
}

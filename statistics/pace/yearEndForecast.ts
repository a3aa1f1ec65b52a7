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
  /** Variance over mean of the daily counts per school, 1 when sessions do not come in clumps. */
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
 * (rate + F)/(rate + 1), exact for a Poisson count with a gamma total; its mean is Bornhuetter & Ferguson's. With a dispersion above 1 the rest is
 * counted in clumps of that size.
 */
export function yearEndForecast(year: YearSoFar): YearEndForecast {
  const { countSoFar, dispersion = 1 } = year;
  const shape = positive("shape", year.shape);
  const rate = positive("rate", year.rate);
  const elapsed = fraction("shareElapsed", year.shareElapsed);
  count("countSoFar", countSoFar);
  count("target", year.target);
  positive("dispersion", dispersion);
  const size = (shape + countSoFar) / dispersion;
  const prob = (rate + elapsed) / (rate + 1);
  const cdf = (total: number): number => {
    const clumps = Math.floor((total - countSoFar) / dispersion);
    if (total < countSoFar) return 0;
    return elapsed === 1 ? 1 : negativeBinomialCdf(clumps, size, prob);
  };
  return {
    mean: countSoFar + ((shape + countSoFar) * (1 - elapsed)) / (rate + elapsed),
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

import { count, finite, openFraction, positive } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { type Interval, sortedQuantile } from "../interval.ts";
import { drawBeta, drawBinomial, drawGamma, drawNormal, seededRandom } from "../random.ts";
import { expit } from "./logit.ts";
import { type LogitTrend, spreadAt } from "./logitTrend.ts";

/**
 * Prediction interval of a future observed share among `trials`: the line is drawn from its (Student) distribution and the count from a
 * beta-binomial whose intra-class correlation (dispersion − 1)/(mean trials − 1) repeats the scatter of the past. Fractions, seeded;
 * the interval is null when the fit has no degrees of freedom and at times too far away to compute one.
 */
export function predictShare(
  fit: LogitTrend,
  time: number,
  trials: number,
  { level = 0.95, draws = 4000, seed = 1, meanTrials = trials } = {},
): { share: number; interval: Interval | null } {
  finite("time", time);
  openFraction("level", level);
  positive("meanTrials", meanTrials);
  if (count("trials", trials) === 0) throw new StatisticsError("not_positive", "trials", trials);
  if (count("draws", draws) === 0) throw new StatisticsError("not_positive", "draws", draws);
  const share = expit(fit.intercept + fit.slope * time);
  const freedom = fit.degreesOfFreedom;
  const spread = spreadAt(fit, time);
  if (spread === null) return { share, interval: null };
  const { middle, se } = spread;
  const together = meanTrials > 1 ? Math.min(0.999, (fit.dispersion - 1) / (meanTrials - 1)) : 0;
  const random = seededRandom(seed);
  const shares = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const scale =
      fit.dispersion > 1 && Number.isFinite(freedom) ? Math.sqrt(freedom / (2 * drawGamma(random, freedom / 2))) : 1;
    const mean = expit(middle + se * scale * drawNormal(random));
    const weight = (1 - together) / together;
    const p = together > 0 ? drawBeta(random, mean * weight, (1 - mean) * weight) : mean;
    shares[draw] = drawBinomial(random, trials, p) / trials;
  }
  shares.sort();
  const lower = sortedQuantile(shares, (1 - level) / 2) as number;
  const upper = sortedQuantile(shares, (1 + level) / 2) as number;
  return { share, interval: { lower, upper } };
}

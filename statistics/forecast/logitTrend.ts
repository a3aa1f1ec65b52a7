import { finite, openFraction, sameLength } from "../arguments.ts";
import { studentTQuantile } from "../distributions/beta.ts";
import { normalQuantile } from "../distributions/normal.ts";
import type { Interval } from "../interval.ts";
import { expit, fitLogit, type LogitFit } from "./logit.ts";
import { overlapCorrection } from "./overlap.ts";

const LEAST_SCATTER = 0.01;

export interface LogitTrend {
  /** Logit at time 0, on the level after the break when there is one. */
  intercept: number;
  /** Change of the logit per unit of time. */
  slope: number;
  /** Covariance of intercept and slope, dispersion included. */
  covariance: [[number, number], [number, number]];
  /** Pearson's chi-squared over its degrees of freedom, at least 1; 1 when there are none. */
  dispersion: number;
  /** The same without its floor, for tests: with the floor they would too seldom find what is there (at least 0.01, for pupils come whole). */
  scatter: number;
  degreesOfFreedom: number;
  /** Jump of the logit at the break, with its standard error; null without a break. */
  step: { estimate: number; se: number } | null;
  deviance: number;
}

/**
 * Quasi-binomial fit of logit p = intercept + slope × time (McCullagh & Nelder 1989), per unit of time, with a step of the level from
 * `breakAt` on (a change in the series). Null with fewer than two different times, when the share is 0 or 1 throughout, or when the
 * break cannot be told from the trend. `shared` gives for each group how many trials it has in common with the next one (the same pupils,
 * counted a year later): the line stays, its covariance, dispersion and degrees of freedom take the overlap into account.
 */
export function fitLogitTrend(
  times: readonly number[],
  successes: readonly number[],
  trials: readonly number[],
  { breakAt, shared }: { breakAt?: number; shared?: readonly number[] } = {},
): LogitTrend | null {
  sameLength("times, successes, trials", times, successes, trials);
  for (const [i, time] of times.entries()) finite(`times[${i}]`, time);
  if (breakAt !== undefined) finite("breakAt", breakAt);
  const filled = times.filter((_, i) => (trials[i] as number) > 0);
  const origin = filled.reduce((sum, time) => sum + time / filled.length, 0);
  const rows = times.map((time) => [1, time - origin, ...(breakAt === undefined ? [] : [time < breakAt ? 1 : 0])]);
  const fit = fitLogit(rows, successes, trials);
  if (fit === null) return null;
  const overlap = shared === undefined ? null : overlapOf(rows, trials, shared, fit);
  const { covariance, pearson, degreesOfFreedom } = overlap ?? fit;
  const dispersion = Math.max(1, pearson ?? 1);
  const at = (row: number, column: number) => (covariance[row]?.[column] ?? 0) * dispersion;
  const [level, slope, before] = fit.coefficients as [number, number, number?];
  const across = at(0, 1) - origin * at(1, 1);
  return {
    intercept: level - origin * slope,
    slope,
    covariance: [
      [at(0, 0) - 2 * origin * at(0, 1) + origin * origin * at(1, 1), across],
      [across, at(1, 1)],
    ],
    dispersion,
    scatter: Math.max(LEAST_SCATTER, pearson ?? 1),
    degreesOfFreedom,
    step: before === undefined ? null : { estimate: -before, se: Math.sqrt(at(2, 2)) },
    deviance: fit.deviance,
  };
}

/** Covariance, dispersion and degrees of freedom of a fit whose neighbouring groups share trials. */
function overlapOf(
  rows: readonly number[][],
  trials: readonly number[],
  shared: readonly number[],
  { coefficients, covariance, pearson, degreesOfFreedom }: LogitFit,
): Pick<LogitFit, "covariance" | "pearson" | "degreesOfFreedom"> {
  const places = rows.flatMap((_, i) => ((trials[i] as number) > 0 ? i : []));
  const design = places.map((place) => rows[place] as number[]);
  const counted = places.map((place) => trials[place] as number);
  const weights = design.map((row, i) => {
    const p = expit(row.reduce((sum, value, j) => sum + value * (coefficients[j] as number), 0));
    return (counted[i] as number) * p * (1 - p);
  });
  const correlation = places.slice(1).map((place, i) => {
    const isNext = place - (places[i] as number) === 1;
    return isNext ? (shared[place - 1] ?? 0) / Math.sqrt((counted[i] as number) * (counted[i + 1] as number)) : 0;
  });
  const found = overlapCorrection(design, covariance, weights, correlation);
  if (pearson === null || !(found.expected > 1e-9)) return { covariance: found.covariance, pearson, degreesOfFreedom };
  const squares = pearson * degreesOfFreedom;
  return { covariance: found.covariance, pearson: squares / found.expected, degreesOfFreedom: found.freedom };
}

/**
 * How many standard errors a limit lies from the line: by Student's t where the dispersion was estimated, by the normal distribution where it
 * stands at its floor of 1, so that nothing but the binomial spread is left (McCullagh & Nelder 1989).
 */
export const limitFactor = ({ dispersion, degreesOfFreedom }: LogitTrend, level: number): number =>
  dispersion > 1 ? studentTQuantile((1 + level) / 2, degreesOfFreedom) : normalQuantile((1 + level) / 2);

/** Logit on the line at a time with its standard error; null where the fit has no degrees of freedom or the time is too far away for a number. */
export function spreadAt(fit: LogitTrend, time: number): { middle: number; se: number } | null {
  const [[v00, v01], [, v11]] = fit.covariance;
  const middle = fit.intercept + fit.slope * time;
  const se = Math.sqrt(Math.max(0, v00 + 2 * time * v01 + time * time * v11));
  return fit.degreesOfFreedom > 0 && Number.isFinite(middle) && Number.isFinite(se) ? { middle, se } : null;
}

/**
 * Share on the fitted line at a time, as a fraction, with its confidence interval on the logit scale (see `limitFactor`); the interval is null
 * when the fit has no degrees of freedom and at times too far away to compute one.
 */
export function fittedShare(fit: LogitTrend, time: number, level = 0.95): { share: number; interval: Interval | null } {
  finite("time", time);
  openFraction("level", level);
  const share = expit(fit.intercept + fit.slope * time);
  const spread = spreadAt(fit, time);
  if (spread === null) return { share, interval: null };
  const reach = limitFactor(fit, level) * spread.se;
  return { share, interval: { lower: expit(spread.middle - reach), upper: expit(spread.middle + reach) } };
}

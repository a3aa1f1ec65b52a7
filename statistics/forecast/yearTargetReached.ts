import { openFraction } from "../arguments.ts";
import { logit } from "./logit.ts";
import { type LogitTrend, limitFactor } from "./logitTrend.ts";

/** Times in the unit of the fit; null where there is no such limit. */
export interface YearReached {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  /** Whether the slope is certain enough for the interval to have both limits. */
  bounded: boolean;
}

/**
 * Time at which a rising logit line reaches the target, with Fieller's limits (Fieller 1954; the estimate of MASS `dose.p`). Where the slope is
 * not significant (g ≥ 1) there is no upper limit; a line that does not rise never reaches it, and a fit without degrees of freedom has
 * an estimate but no limits. Normal limits where the dispersion stands at 1, else Student's t.
 */
export function yearTargetReached(fit: LogitTrend, target: number, level = 0.95): YearReached {
  openFraction("target", target);
  openFraction("level", level);
  const none = { lower: null, upper: null, bounded: false };
  if (fit.slope <= 0) return { estimate: null, ...none };
  const estimate = (logit(target) - fit.intercept) / fit.slope;
  if (fit.degreesOfFreedom <= 0) return { estimate, ...none };
  const [[v00, v01], [, v11]] = fit.covariance;
  const c = limitFactor(fit, level) ** 2;
  const origin = v11 === 0 ? 0 : -v01 / v11;
  const gap = fit.intercept + fit.slope * origin - logit(target);
  const variance = Math.max(0, v00 + origin * v01);
  const square = fit.slope ** 2 - c * v11;
  const half = gap * fit.slope;
  const rest = gap ** 2 - c * variance;
  const root = half ** 2 - square * rest;
  if (square > 0) {
    const reach = Math.sqrt(Math.max(0, root));
    const limits = [(-half - reach) / square, (-half + reach) / square] as const;
    return { estimate, lower: origin + limits[0], upper: origin + limits[1], bounded: true };
  }
  if (root < 0 || square === 0) return { estimate, ...none };
  const later = origin + (-half - Math.sqrt(root)) / square;
  return { estimate, ...none, lower: estimate >= later ? later : null };
}

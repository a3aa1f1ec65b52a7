import { finite, fraction, openFraction, positive, successesOf } from "../arguments.ts";
import { type Decomposition, kitagawa, type Stratum } from "../decomposition/kitagawa.ts";
import { fUpper } from "../distributions/beta.ts";
import { chiSquaredUpper } from "../distributions/gamma.ts";
import { StatisticsError } from "../errors.ts";
import { fitLogitTrend } from "../forecast/logitTrend.ts";
import type { Interval } from "../interval.ts";
import { newcombeInterval } from "../proportion/newcombe.ts";
import { cochranArmitage } from "./cochranArmitage.ts";

export interface ShiftYear {
  time: number;
  successes: number;
  trials: number;
  strata?: readonly Stratum[];
}

export interface ShiftOptions {
  /** Time of the pre-registered base year. */
  base: number;
  /** Smallest change of interest as a fraction; 0.01 is one percentage point. */
  smallestChange?: number;
  level?: number;
  /** Independent counts for the trend, where the series counts the same pupils in more than one year; the series itself by default. */
  cohorts?: readonly Pick<ShiftYear, "time" | "successes" | "trials">[];
  /** Correlation between the first and the last share, where they have pupils in common. */
  correlation?: number;
  /** Variance inflation by clustering; stands in for the dispersion when there are fewer than five years. */
  designEffect?: number;
}

/** `met` is null where a condition cannot be decided from what was given. */
export interface ShiftVerdict {
  verdict: "no_shift_shown" | "between_programmes_only" | "relevant_shift" | "not_decided";
  significant: { met: boolean | null; chiSquared: number | null; dispersion: number | null; p: number | null };
  large: { met: boolean; change: number; interval: Interval; smallestChange: number };
  rateDriven: { met: boolean | null; decomposition: Decomposition | null };
}

/**
 * Verdict on a rise of a share since the base year by three conditions at once: a trend that is significant after correction for
 * overdispersion and underdispersion (F on 1 and T − 2, or the design effect with fewer than five years; on `cohorts`, which share no pupils), a change whose Newcombe lower bound exceeds the
 * smallest change of interest, and a Kitagawa rate effect of the same sign and at least half of it. Null when the base year or a later one
 * is missing or empty, or when the share is 0 or 1 throughout.
 */
export function shiftVerdict(series: readonly ShiftYear[], options: ShiftOptions): ShiftVerdict | null {
  const { base, smallestChange = 0.01, level = 0.95, designEffect, cohorts = series, correlation } = options;
  finite("base", base);
  fraction("smallestChange", smallestChange);
  openFraction("level", level);
  if (designEffect !== undefined) positive("designEffect", designEffect);
  for (const [i, year] of series.entries()) {
    finite(`series[${i}].time`, year.time);
    successesOf(year.successes, year.trials, `[${i}]`);
  }
  for (const [i, cohort] of cohorts.entries()) successesOf(cohort.successes, cohort.trials, `cohorts[${i}]`);
  const years = series.filter((year) => year.time >= base && year.trials > 0).sort((a, b) => a.time - b.time);
  const repeated = years.find((year, i) => year.time === years[i - 1]?.time);
  if (repeated) throw new StatisticsError("duplicate", "series.time", repeated.time);
  const [first, last] = [years[0], years.at(-1)];
  if (first?.time !== base || last === undefined || last === first) return null;
  const tested = cohorts.filter((cohort) => cohort.time >= base && cohort.trials > 0);
  const significant = significance(tested, level, designEffect);
  const inflation = Math.max(1, designEffect ?? 1);
  const interval = newcombeInterval(last.successes, last.trials, first.successes, first.trials, {
    level,
    designEffect: inflation,
    correlation,
  });
  const isConstant = [0, 1].some((share) => years.every((year) => year.successes === share * year.trials));
  if (isConstant || interval === null) return null;
  const change = last.successes / last.trials - first.successes / first.trials;
  const large = { met: interval.lower > smallestChange, change, interval, smallestChange };
  const rateDriven = rateShare(first, last);
  return { verdict: verdictOf(significant.met, large.met, rateDriven.met), significant, large, rateDriven };
}

function significance(
  years: NonNullable<ShiftOptions["cohorts"]>,
  level: number,
  designEffect?: number,
): ShiftVerdict["significant"] {
  const times = years.map((year) => year.time);
  const successes = years.map((year) => year.successes);
  const trials = years.map((year) => year.trials);
  const trend = cochranArmitage(successes, trials, times);
  if (trend === null) return { met: null, chiSquared: null, dispersion: null, p: null };
  const { chiSquared } = trend;
  const fit = years.length >= 5 ? fitLogitTrend(times, successes, trials) : null;
  const dispersion = fit?.scatter ?? (designEffect === undefined ? null : Math.max(1, designEffect));
  if (dispersion === null) return { met: null, chiSquared, dispersion, p: null };
  const corrected = chiSquared / dispersion;
  const p = fit === null ? chiSquaredUpper(corrected, 1) : fUpper(corrected, 1, fit.degreesOfFreedom);
  return { met: p < 1 - level && trend.direction > 0, chiSquared, dispersion, p };
}

function rateShare(first: ShiftYear, last: ShiftYear): ShiftVerdict["rateDriven"] {
  if (first.strata === undefined || last.strata === undefined) return { met: null, decomposition: null };
  const decomposition = kitagawa(first.strata, last.strata);
  if (decomposition === null) return { met: null, decomposition };
  const { total, rate } = decomposition;
  return { met: total !== 0 && rate / total >= 0.5, decomposition };
}

function verdictOf(significant: boolean | null, large: boolean, rateDriven: boolean | null): ShiftVerdict["verdict"] {
  if (significant === false || !large) return "no_shift_shown";
  if (significant === null || rateDriven === null) return "not_decided";
  return rateDriven ? "relevant_shift" : "between_programmes_only";
}

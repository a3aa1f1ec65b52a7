import { finite, openFraction, positive, sameLength, successesOf } from "../arguments.ts";
import { studentTQuantile } from "../distributions/beta.ts";
import { StatisticsError } from "../errors.ts";
import type { Interval } from "../interval.ts";
import { expit, logit } from "./logit.ts";

export interface RandomWalk {
  /** Mean change of the logit per unit of time. */
  drift: number;
  /** Standard deviation of the change over one unit of time; null with fewer than three times. */
  scatter: number | null;
  /** Share after a horizon counted from the last time; the interval is null when the scatter is, and where it cannot be computed. */
  forecast(horizon: number, level?: number): { share: number; interval: Interval | null };
  /** Time at which the drift reaches the target; null when it never does. */
  timeReached(target: number): number | null;
}

/**
 * Random walk with drift on the logit of a share, the alternative to the straight line: the forecast spreads by
 * s√(h + h²/span) with Student's t on T − 2 (Hyndman & Athanasopoulos 2021). A known `step` of the logit at `breakAt` is no part of the drift.
 * Null with fewer than two times, or with a share of 0 or 1.
 */
export function randomWalkForecast(
  times: readonly number[],
  successes: readonly number[],
  trials: readonly number[],
  { breakAt = -Infinity, step = 0 } = {},
): RandomWalk | null {
  sameLength("times, successes, trials", times, successes, trials);
  finite("step", step);
  const points = times.map((time, i) => {
    const [x, n] = [successes[i] as number, trials[i] as number];
    successesOf(x, n, `[${i}]`);
    return { time: finite(`times[${i}]`, time), x, n };
  });
  const path = points.filter((point) => point.n > 0).sort((a, b) => a.time - b.time);
  if (path.some((point, i) => point.time === path[i - 1]?.time)) throw new StatisticsError("duplicate", "times", times);
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined || path.length < 2) return null;
  if (path.some((point) => point.x === 0 || point.x === point.n)) return null;
  const span = last.time - first.time;
  const levelOf = ({ time, x, n }: (typeof path)[number]) => logit(x / n) + (time < breakAt ? step : 0);
  const level0 = levelOf(last);
  const drift = (level0 - levelOf(first)) / span;
  const squares = path.slice(1).reduce((sum, point, i) => {
    const previous = path[i] as (typeof path)[number];
    const gap = point.time - previous.time;
    return sum + (levelOf(point) - levelOf(previous) - drift * gap) ** 2 / gap;
  }, 0);
  const freedom = path.length - 2;
  const scatter = freedom > 0 ? Math.sqrt(squares / freedom) : null;
  return {
    drift,
    scatter,
    forecast(horizon, level = 0.95) {
      positive("horizon", horizon);
      openFraction("level", level);
      const middle = level0 + drift * horizon;
      if (scatter === null) return { share: expit(middle), interval: null };
      const spread = Math.sqrt(horizon + horizon ** 2 / span);
      const reach = studentTQuantile((1 + level) / 2, freedom) * scatter * spread;
      if (!Number.isFinite(middle) || !Number.isFinite(reach)) return { share: expit(middle), interval: null };
      return { share: expit(middle), interval: { lower: expit(middle - reach), upper: expit(middle + reach) } };
    },
    timeReached(target) {
      const wanted = logit(openFraction("target", target)) - level0;
      if (wanted <= 0) return last.time;
      return drift > 0 ? last.time + wanted / drift : null;
    },
  };
}

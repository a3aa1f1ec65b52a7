import { count, openFraction } from "../arguments.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { clamp, type Interval } from "../interval.ts";

/** Fractions from −1 to 1. */
export interface PromoterScore {
  score: number;
  se: number;
  /** Wald interval; of no width when all answers are alike. */
  interval: Interval;
  /** Adjusted Wald interval, the one to print for small groups. */
  adjustedInterval: Interval;
}

/**
 * Net promoter score, promoters less detractors over all, with its Wald interval and the adjusted Wald interval that adds three answers
 * (Rocks 2016, The American Statistician 70:365). Null without answers.
 */
export function netPromoterScore(
  promoters: number,
  passives: number,
  detractors: number,
  { level = 0.95 } = {},
): PromoterScore | null {
  const n = count("promoters", promoters) + count("passives", passives) + count("detractors", detractors);
  openFraction("level", level);
  if (n === 0) return null;
  const z = normalQuantile((1 + level) / 2);
  const around = (up: number, down: number, size: number) => {
    const score = (up - down) / size;
    const se = Math.sqrt(Math.max(0, (up + down) / size - score ** 2) / size);
    const interval = { lower: clamp(score - z * se, -1, 1), upper: clamp(score + z * se, -1, 1) };
    return { score, se, interval };
  };
  const { interval: adjustedInterval } = around(promoters + 0.75, detractors + 0.75, n + 3);
  return { ...around(promoters, detractors, n), adjustedInterval };
}

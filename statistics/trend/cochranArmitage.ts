import { finite, sameLength, successesOf } from "../arguments.ts";
import { chiSquaredUpper } from "../distributions/gamma.ts";
import { total } from "../interval.ts";

interface ChiSquared {
  chiSquared: number;
  degreesOfFreedom: number;
  p: number;
}

export interface TrendTest {
  chiSquared: number;
  p: number;
  /** 1 when the share rises with the score, −1 when it falls, 0 when neither. */
  direction: -1 | 0 | 1;
  /** Any difference between the groups. */
  homogeneity: ChiSquared;
  /** What a straight line leaves unexplained; null with two groups. */
  remainder: ChiSquared | null;
}

/**
 * Cochran-Armitage test for trend in shares (Armitage 1955; the statistic of R `prop.trend.test`, one degree of freedom); scores are
 * times, so gaps count. Empty groups are left out; null when fewer than two scores remain or when the share is 0 or 1 throughout.
 */
export function cochranArmitage(
  successes: readonly number[],
  trials: readonly number[],
  scores: readonly number[],
): TrendTest | null {
  sameLength("successes, trials, scores", successes, trials, scores);
  const groups = successes.map((x, i) => {
    successesOf(x, trials[i] as number, `[${i}]`);
    return { x, n: trials[i] as number, score: finite(`scores[${i}]`, scores[i] as number) };
  });
  const used = groups.filter((group) => group.n > 0);
  const n = total(used.map((group) => group.n));
  const share = total(used.map((group) => group.x)) / n;
  if (new Set(used.map((group) => group.score)).size < 2 || share === 0 || share === 1) return null;
  const variance = share * (1 - share);
  const middle = total(used.map((group) => group.n * group.score)) / n;
  const covered = total(used.map((group) => group.x * (group.score - middle)));
  const spread = total(used.map((group) => group.n * (group.score - middle) ** 2));
  const chiSquared = covered ** 2 / (variance * spread);
  const apart = total(used.map((group) => (group.x - group.n * share) ** 2 / group.n)) / variance;
  const test = (value: number, degreesOfFreedom: number): ChiSquared => ({
    chiSquared: value,
    degreesOfFreedom,
    p: chiSquaredUpper(value, degreesOfFreedom),
  });
  return {
    chiSquared,
    p: chiSquaredUpper(chiSquared, 1),
    direction: Math.sign(covered) as -1 | 0 | 1,
    homogeneity: test(apart, used.length - 1),
    remainder: used.length > 2 ? test(Math.max(0, apart - chiSquared), used.length - 2) : null,
  };
}

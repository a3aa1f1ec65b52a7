import { count, fraction, sameLength, successesOf } from "../arguments.ts";
import { chiSquaredUpper } from "../distributions/gamma.ts";
import { StatisticsError } from "../errors.ts";
import { type Interval, total } from "../interval.ts";

/** Response rate completed/invited (AAPOR RR1), as a fraction, and whether it is below the flag. Null when nobody was invited. */
export function responseRate(
  completed: number,
  invited: number,
  { flagBelow = 0.6 } = {},
): { rate: number; low: boolean } | null {
  successesOf(completed, invited);
  fraction("flagBelow", flagBelow);
  return invited === 0 ? null : { rate: completed / invited, low: completed / invited < flagBelow };
}

/**
 * Whether respondents differ from the frame over the groups of one trait: chi-squared of respondents against non-respondents, and the largest
 * standardised difference of a group's share. `differs` when p < 0.01 or the difference exceeds 0.25; null when nobody, or
 * everybody, answered.
 */
export function nonResponse(
  respondents: readonly number[],
  frame: readonly number[],
): { chiSquared: number; p: number; largestDifference: number; differs: boolean } | null {
  sameLength("respondents, frame", respondents, frame);
  const groups = frame.map((size, i) => {
    successesOf(respondents[i] as number, size, `[${i}]`);
    return { answered: respondents[i] as number, size };
  });
  const used = groups.filter((group) => group.size > 0);
  const [answered, size] = [total(used.map((group) => group.answered)), total(used.map((group) => group.size))];
  if (used.length < 2 || answered === 0 || answered === size) return null;
  const rate = answered / size;
  let [chiSquared, largestDifference] = [0, 0];
  for (const group of used) {
    chiSquared += (group.answered - group.size * rate) ** 2 / (group.size * rate * (1 - rate));
    const [p, q] = [group.answered / answered, group.size / size];
    const spread = Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
    largestDifference = Math.max(largestDifference, Math.abs(p - q) / spread);
  }
  const p = chiSquaredUpper(chiSquared, used.length - 1);
  return { chiSquared, p, largestDifference, differs: p < 0.01 || largestDifference > 0.25 };
}

/**
 * Share weighted to the frame (Holt & Smith 1979), a fraction: each group's own share times its part of the frame. Null when a group of
 * the frame has no answers, or when the frame is empty.
 */
export function postStratifiedShare(
  groups: readonly { successes: number; answers: number; frame: number }[],
): number | null {
  for (const [i, group] of groups.entries()) {
    successesOf(group.successes, group.answers, `[${i}]`);
    count(`frame[${i}]`, group.frame);
  }
  const size = total(groups.map((group) => group.frame));
  if (size === 0 || groups.some((group) => group.frame > 0 && group.answers === 0)) return null;
  return total(
    groups.map((group) => (group.frame === 0 ? 0 : (group.successes / group.answers) * (group.frame / size))),
  );
}

/** Bounds of a share in a population if all who did not answer said no, or yes (Manski 1989). Null for an empty population. */
export function worstCaseBounds(successes: number, answers: number, populationSize: number): Interval | null {
  successesOf(successes, answers);
  if (count("populationSize", populationSize) < answers) {
    throw new StatisticsError("contradictory", "populationSize", populationSize);
  }
  if (populationSize === 0) return null;
  return { lower: successes / populationSize, upper: (successes + populationSize - answers) / populationSize };
}

import { count, positive, successesOf } from "../arguments.ts";
import { clamp, type Interval, total } from "../interval.ts";
import { wilsonInterval } from "../proportion/wilson.ts";
import { postStratifiedShare } from "./nonResponse.ts";

/** A group of the frame: its size, how many valid answers came from it, and how many of those are favourable. */
export interface FrameGroup {
  successes: number;
  answers: number;
  frame: number;
}

/**
 * Puts groups with fewer than `fewest` answers together, and what is then still too small with the smallest other group, so that every
 * group can be weighted.
 */
export function mergeSmallGroups(groups: readonly FrameGroup[], fewest: number): FrameGroup[] {
  count("fewest", fewest);
  for (const [i, group] of groups.entries()) {
    successesOf(group.successes, group.answers, `[${i}]`);
    count(`frame[${i}]`, group.frame);
  }
  const used = groups.filter((group) => group.frame > 0 || group.answers > 0);
  const merge = (some: readonly FrameGroup[]): FrameGroup => ({
    successes: total(some.map((group) => group.successes)),
    answers: total(some.map((group) => group.answers)),
    frame: total(some.map((group) => group.frame)),
  });
  const large = used.filter((group) => group.answers >= fewest).sort((a, b) => b.answers - a.answers);
  const small = used.filter((group) => group.answers < fewest);
  if (small.length === 0) return large;
  const rest = merge(small);
  const smallest = large.at(-1);
  if (rest.answers >= fewest || smallest === undefined) return [...large, rest];
  return [...large.slice(0, -1), merge([smallest, rest])];
}

/**
 * Interval of a post-stratified share from the Wilson interval of each group, weighted and added in squares (MOVER: Zou & Donner 2008,
 * Statistics in Medicine 27:1693), each group a sample of its part of the frame. Null when a group of the frame has no answers.
 */
export function postStratifiedInterval(
  groups: readonly FrameGroup[],
  { level = 0.95, designEffect = 1 } = {},
): Interval | null {
  positive("designEffect", designEffect);
  const share = postStratifiedShare(groups);
  if (share === null) return null;
  const size = total(groups.map((group) => group.frame));
  let [below, above] = [0, 0];
  for (const { successes, answers, frame } of groups) {
    if (frame === 0) continue;
    const population = frame < answers ? {} : { populationSize: frame };
    const limits = wilsonInterval(successes, answers, { level, designEffect, ...population });
    if (limits === null) continue;
    below += ((frame / size) * (successes / answers - limits.lower)) ** 2;
    above += ((frame / size) * (limits.upper - successes / answers)) ** 2;
  }
  return { lower: clamp(share - Math.sqrt(below), 0, 1), upper: clamp(share + Math.sqrt(above), 0, 1) };
}

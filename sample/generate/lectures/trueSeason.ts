import { schoolDays } from "../calendar.ts";
import { STEM_BEFORE_KICKOFF } from "../truths.ts";
import { busyness, CANCELLED, kickoffDays, MEANT, type Programme } from "./slots.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const parts = (weights: readonly number[]) => weights.map((weight) => weight / sum(weights));
const meanOf = (lists: readonly number[][]) =>
  (lists[0] ?? []).map((_, i) => sum(lists.map((list) => list[i] ?? 0)) / lists.length);

/**
 * The lectures that are held on each teaching day of a school year, as expected before chance has its say and as if schools never closed.
 * The day of the kick-off is left open: each day that it may fall on weighs the same.
 */
export function trueSeason(schoolYear: string): { day: string; lectures: number }[] {
  const days = schoolDays(schoolYear);
  const kickoffs = kickoffDays(schoolYear).map(({ day }) => day);
  const profile: Record<Programme, number[]> = {
    ovk: parts(days.map(busyness)),
    stem_ovk: meanOf(
      kickoffs.map((kickoff) =>
        parts(days.map((one) => busyness(one) * (one.day < kickoff ? STEM_BEFORE_KICKOFF : 1))),
      ),
    ),
  };
  const meant = MEANT[schoolYear] ?? { ovk: 0, stem_ovk: 0 };
  return days.map(({ day }, i) => ({
    day,
    lectures:
      (1 - CANCELLED) * (meant.ovk * (profile.ovk[i] ?? 0) + meant.stem_ovk * (profile.stem_ovk[i] ?? 0)) +
      (kickoffs.includes(day) ? 1 / kickoffs.length : 0),
  }));
}

/** The true share of a school year's lectures that are held by the end of each of its teaching days, without closures: rises to 1. */
export function trueShareElapsed(schoolYear: string): number[] {
  const lectures = trueSeason(schoolYear).map((day) => day.lectures);
  const all = sum(lectures);
  let soFar = 0;
  return lectures.map((one) => {
    soFar += one;
    return soFar / all;
  });
}

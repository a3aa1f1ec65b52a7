export const STATUS = {
  oneOf: ["on_course", "uncertain", "off_course", "met", "past_due", "no_target"],
  isRequired: true,
} as const;
export type Status = (typeof STATUS)["oneOf"][number];

export interface Standing {
  value: number | null;
  target: number | null;
  direction: "up" | "down" | "band" | null;
  tolerance: number | null;
  /** Chance that the year ends at its target, or within its band; null where there is no forecast. */
  probability: number | null;
  /** Whether the school year still runs and the figure moves with it. */
  is_running: boolean;
  /** Whether it can only grow: what such a figure has passed, it has passed for good. */
  is_cumulative: boolean;
  /** Whether the school year in which the target was due is over. */
  is_past_due: boolean;
}

const reaches = ({ value, target, tolerance, direction }: Standing): boolean => {
  const gap = (value ?? 0) - (target ?? 0);
  if (direction === "band") return Math.abs(gap) <= (tolerance ?? 0) + 1e-12;
  return direction === "up" ? gap >= 0 : gap <= 0;
};

/** Whether a figure that can only grow has decided already: past its target, or above what it may not exceed. */
function decided({ value, target, tolerance, direction, is_cumulative }: Standing): Status | null {
  if (!is_cumulative || value === null || target === null) return null;
  if (direction === "up") return value >= target ? "met" : null;
  return value > target + (direction === "band" ? (tolerance ?? 0) : 0) ? "off_course" : null;
}

/**
 * The status word of a figure against its target. While the school year runs, the chance of where it ends decides: on course when the target
 * will be reached with at least the probability of the threshold, off course when it will be missed with it, and uncertain between or without a
 * forecast; part of a year is never held against a whole one. A year that is over has met its target, keeps to its band, or is off course. A
 * target whose date has passed is met or past due, never off course.
 */
export function statusOf(standing: Standing, onCourseProbability: number): Status {
  const { value, target, direction, probability, is_running, is_past_due } = standing;
  if (target === null || direction === null) return "no_target";
  if (value === null) return "uncertain";
  if (is_past_due) return reaches(standing) ? "met" : "past_due";
  if (!is_running) {
    if (!reaches(standing)) return "off_course";
    return direction === "band" ? "on_course" : "met";
  }
  const certain = decided(standing);
  if (certain !== null) return certain;
  if (probability === null) return "uncertain";
  if (probability >= onCourseProbability) return "on_course";
  return 1 - probability >= onCourseProbability ? "off_course" : "uncertain";
}

export type Status = "on_course" | "uncertain" | "off_course" | "met" | "no_target";

export interface Standing {
  value: number | null;
  target: number | null;
  direction: "up" | "down" | "band" | null;
  tolerance: number | null;
  /** Chance that the year total reaches the target; null where there is no forecast. */
  probability: number | null;
  /** Whether the figure still grows, so that a forecast belongs to it. */
  is_running: boolean;
}

/**
 * The status word of a figure against its target: met when reached; on course when it will be reached with at least the probability of
 * the threshold, off course when it will be missed with it, uncertain between. A figure that still grows but has no forecast is uncertain,
 * and so is one without a value; any other that is short of its target is off course.
 */
export function statusOf(standing: Standing, onCourseProbability: number): Status {
  const { value, target, direction, tolerance, probability, is_running } = standing;
  if (target === null || direction === null) return "no_target";
  if (value === null) return "uncertain";
  if (direction === "band") return Math.abs(value - target) <= (tolerance ?? 0) + 1e-12 ? "on_course" : "off_course";
  const sign = direction === "up" ? 1 : -1;
  if (sign * value >= sign * target) return "met";
  if (probability === null) return is_running ? "uncertain" : "off_course";
  if (probability >= onCourseProbability) return "on_course";
  return 1 - probability >= onCourseProbability ? "off_course" : "uncertain";
}

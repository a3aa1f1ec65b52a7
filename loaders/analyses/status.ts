export type Status = "on_course" | "uncertain" | "off_course" | "met" | "no_target";

export interface Standing {
  value: number | null;
  target: number | null;
  direction: "up" | "down" | "band" | null;
  tolerance: number | null;
  /** Year total as the slowest and the fastest past year would give it; null where nothing is projected. */
  projected_low: number | null;
  projected_high: number | null;
}

/**
 * The status word of a figure against its target: met when reached; on course or off course when every past year's course would
 * reach or miss it; uncertain when past years disagree. Without a projection, a target that is not reached is off course.
 */
export function statusOf({ value, target, direction, tolerance, projected_low, projected_high }: Standing): Status {
  if (value === null || target === null || direction === null) return "no_target";
  if (direction === "band") return Math.abs(value - target) <= (tolerance ?? 0) + 1e-12 ? "on_course" : "off_course";
  const sign = direction === "up" ? 1 : -1;
  if (sign * value >= sign * target) return "met";
  if (projected_low === null || projected_high === null) return "off_course";
  const [slowest, fastest] = direction === "up" ? [projected_low, projected_high] : [projected_high, projected_low];
  if (sign * slowest >= sign * target) return "on_course";
  return sign * fastest < sign * target ? "off_course" : "uncertain";
}

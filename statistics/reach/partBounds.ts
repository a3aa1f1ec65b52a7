import { finite, fraction, notNegative, sameLength } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { clamp, type Interval, total } from "../interval.ts";

/**
 * Bounds of the reach within a part of the universe (girls) from the bounds of the whole reach and each channel's reach within the part: at
 * least the largest channel's, and what the others cannot fill; at most their sum, and what the others leave. Any number of channels; valid,
 * not always the sharpest. In fractions of the universe; null without channels.
 */
export function partBounds(
  whole: Interval,
  reaches: readonly number[],
  part: readonly { least: number; most: number }[],
): Interval | null {
  sameLength("reaches, part", reaches, part);
  fraction("whole.lower", whole.lower);
  fraction("whole.upper", whole.upper);
  for (const [i, { least, most }] of part.entries()) {
    if (notNegative(`part[${i}].least`, least) > finite(`part[${i}].most`, most) || most > (reaches[i] as number))
      throw new StatisticsError("contradictory", `part[${i}]`, { least, most });
  }
  if (part.length === 0) return null;
  const others = part.map(({ least, most }, i) => ({
    least: (reaches[i] as number) - most,
    most: (reaches[i] as number) - least,
  }));
  const lower = Math.max(0, ...part.map(({ least }) => least), whole.lower - total(others.map(({ most }) => most)));
  const upper = Math.min(
    total(part.map(({ most }) => most)),
    whole.upper - Math.max(...others.map(({ least }) => least)),
  );
  return { lower, upper: clamp(upper, lower, 1) };
}

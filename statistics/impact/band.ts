import { count, openFraction } from "../arguments.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { StatisticsError } from "../errors.ts";
import { type Interval, sortedQuantile } from "../interval.ts";
import type { Effect } from "./aggregateEffects.ts";
import { clusterSums, type Influence } from "./influence.ts";
import type { Panel } from "./panel.ts";
import { signDraws } from "./signDraws.ts";

export interface Band {
  /** Critical value that takes the place of 1.96 for all effects at once; at least the pointwise one. */
  critical: number;
  /** In the order of the effects; null where an effect has no standard error. */
  intervals: (Interval | null)[];
}

/**
 * Simultaneous band of several effects by the multiplier bootstrap with Rademacher signs (Callaway & Sant'Anna 2021, algorithm 1), seeded:
 * the quantile of the largest |Z| over its interquartile scale, times each standard error. Null when no effect has a standard error.
 */
export function simultaneousBand(
  effects: readonly Effect[],
  { panel, influences }: { panel: Panel; influences: readonly Influence[] },
  { level = 0.95, draws = 1000, seed = 1 } = {},
): Band | null {
  openFraction("level", level);
  if (count("draws", draws) === 0) throw new StatisticsError("not_positive", "draws", draws);
  const used = effects.flatMap((effect, k) => (effect.se ? [clusterSums(influences[k] as Influence, panel)] : []));
  if (used.length === 0) return null;
  const columns = signDraws(used, panel.clusterCount, { draws, seed });
  const largest = new Float64Array(draws);
  for (const column of columns) {
    const sorted = column.toSorted();
    const spread = (sortedQuantile(sorted, 0.75) as number) - (sortedQuantile(sorted, 0.25) as number);
    const scale = spread / (2 * normalQuantile(0.75));
    for (let draw = 0; draw < draws; draw++) {
      const size = scale === 0 ? 0 : Math.abs(column[draw] as number) / scale;
      largest[draw] = Math.max(largest[draw] as number, size);
    }
  }
  const critical = Math.max(normalQuantile((1 + level) / 2), sortedQuantile(largest.sort(), level) as number);
  const intervals = effects.map(({ att, se }) =>
    se ? { lower: att - critical * se, upper: att + critical * se } : null,
  );
  return { critical, intervals };
}

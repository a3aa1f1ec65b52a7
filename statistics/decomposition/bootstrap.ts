import { count, openFraction, successesOf } from "../arguments.ts";
import { type Interval, sortedQuantile } from "../interval.ts";
import { seededRandom } from "../random.ts";
import { type Decomposition, kitagawa, type Stratum } from "./kitagawa.ts";

interface Cell {
  stratum: string;
  successes: number;
  trials: number;
}

/** The counts of one cluster (a school) in both years. */
export interface StrataCluster {
  before: readonly Cell[];
  after: readonly Cell[];
}

function strataOf(cells: readonly Cell[]): Stratum[] {
  const sums = new Map<string, { successes: number; trials: number }>();
  let all = 0;
  for (const { stratum, successes, trials } of cells) {
    const sum = sums.get(stratum) ?? { successes: 0, trials: 0 };
    sums.set(stratum, { successes: sum.successes + successes, trials: sum.trials + trials });
    all += trials;
  }
  if (all === 0) return [];
  return [...sums].map(([stratum, { successes, trials }]) => ({
    stratum,
    weight: trials / all,
    rate: trials === 0 ? null : successes / trials,
  }));
}

/**
 * Percentile intervals of the Kitagawa effects by drawing clusters with replacement, seeded; in the unit of the rates (fractions).
 * Null with fewer than two clusters, or when nobody is counted in a year.
 */
export function kitagawaInterval(
  clusters: readonly StrataCluster[],
  { draws = 1000, level = 0.95, seed = 1 } = {},
): Record<"total" | "composition" | "rate", Interval> | null {
  count("draws", draws);
  openFraction("level", level);
  for (const [i, cluster] of clusters.entries()) {
    for (const cell of [...cluster.before, ...cluster.after]) successesOf(cell.successes, cell.trials, `[${i}]`);
  }
  if (clusters.length < 2) return null;
  const random = seededRandom(seed);
  const found: Decomposition[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = clusters.map(() => clusters[Math.floor(random() * clusters.length)] as StrataCluster);
    const split = kitagawa(
      strataOf(drawn.flatMap((cluster) => cluster.before)),
      strataOf(drawn.flatMap((cluster) => cluster.after)),
    );
    if (split !== null) found.push(split);
  }
  const limits = (effect: "total" | "composition" | "rate"): Interval | null => {
    const sorted = found.map((split) => split[effect]).sort((a, b) => a - b);
    const lower = sortedQuantile(sorted, (1 - level) / 2);
    const upper = sortedQuantile(sorted, (1 + level) / 2);
    return lower === null || upper === null ? null : { lower, upper };
  };
  const [total, composition, rate] = [limits("total"), limits("composition"), limits("rate")];
  return total && composition && rate ? { total, composition, rate } : null;
}

import { fraction } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { total } from "../interval.ts";
import { type Overlap, overlapsOf } from "./overlaps.ts";

/** Fractions of the universe; `independent` is what chance overlap would give, not an estimate. */
export interface ReachBounds {
  lower: number;
  upper: number;
  independent: number;
}

type Pairs = (a: number, b: number) => Overlap;

/** Weight of the heaviest tree that joins all channels by their least overlaps (Prim 1957). */
function heaviestTree(channels: number, overlap: Pairs): number {
  const best = Array.from({ length: channels }, (_, i) => (i === 0 ? 0 : overlap(0, i).least));
  const open = new Set(best.keys());
  let [weight, next] = [0, 0];
  while (open.size > 0) {
    open.delete(next);
    weight += best[next] as number;
    let heaviest = -1;
    for (const i of open) {
      best[i] = Math.max(best[i] as number, next === 0 ? 0 : overlap(next, i).least);
      if (heaviest < 0 || (best[i] as number) > (best[heaviest] as number)) heaviest = i;
    }
    next = heaviest;
  }
  return weight;
}

/** Dawson & Sankoff's (1967) lower bound of a union from the sums of reaches and of largest overlaps. */
function leastUnion(channels: readonly number[], reaches: readonly number[], overlap: Pairs): number {
  const single = total(channels.map((i) => reaches[i] as number));
  let double = 0;
  for (const [place, i] of channels.entries()) for (const j of channels.slice(0, place)) double += overlap(i, j).most;
  if (single === 0) return 0;
  const m = 1 + Math.floor((2 * double) / single);
  return (2 * single) / (m + 1) - (2 * double) / (m * (m + 1));
}

/**
 * Bounds of the reach of several channels together. Without overlaps: Fréchet's, from the largest reach to the sum, at most 1. With
 * overlaps: Hunter & Worsley's (1976, 1982) upper bound, and Dawson & Sankoff's lower bound over all sets of up to ten channels; valid but not
 * always the sharpest. Null without channels.
 */
export function reachBounds(
  reaches: readonly number[],
  overlaps: Readonly<Record<string, number>> = {},
): ReachBounds | null {
  for (const [i, reach] of reaches.entries()) fraction(`reaches[${i}]`, reach);
  const overlap = overlapsOf(reaches, overlaps);
  if (reaches.length === 0) return null;
  const all = [...reaches.keys()];
  const upper = Math.min(1, total(reaches) - heaviestTree(reaches.length, overlap));
  let lower = Math.max(...reaches);
  if (Object.keys(overlaps).length > 0) {
    const sets = reaches.length > 10 ? [all] : subsets(all);
    for (const set of sets) lower = Math.max(lower, leastUnion(set, reaches, overlap));
  }
  if (lower > upper + 1e-9) throw new StatisticsError("contradictory", "overlaps", overlaps);
  const independent = 1 - reaches.reduce((missed, reach) => missed * (1 - reach), 1);
  return { lower, upper: Math.max(lower, upper), independent };
}

function subsets(items: readonly number[]): number[][] {
  const sets: number[][] = [];
  for (let mask = 1; mask < 2 ** items.length; mask++) sets.push(items.filter((_, place) => (mask >> place) & 1));
  return sets;
}

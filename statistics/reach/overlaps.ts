import { fraction } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";

/** Least and largest share that two channels can reach together; equal where the overlap is known. */
export interface Overlap {
  least: number;
  most: number;
}

const ROUNDING = 1e-9;

/**
 * Overlap of every pair of channels, `overlaps` keyed "0-1"; an unknown one lies between what must and what can be shared. Refuses unknown channels and overlaps that
 * the reaches do not allow.
 */
export function overlapsOf(
  reaches: readonly number[],
  overlaps: Readonly<Record<string, number>>,
): (a: number, b: number) => Overlap {
  const known = new Map<string, number>();
  for (const [pair, value] of Object.entries(overlaps)) {
    const parts = /^(\d+)-(\d+)$/.exec(pair);
    const [a, b] = [Number(parts?.[1]), Number(parts?.[2])];
    const [first, second] = [reaches[a], reaches[b]];
    if (parts === null || first === undefined || second === undefined || a === b) {
      throw new StatisticsError("out_of_range", "overlaps", pair);
    }
    fraction(`overlaps.${pair}`, value);
    if (value > Math.min(first, second) + ROUNDING || value < first + second - 1 - ROUNDING) {
      throw new StatisticsError("contradictory", `overlaps.${pair}`, value);
    }
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
    if (known.has(key)) throw new StatisticsError("duplicate", "overlaps", pair);
    known.set(key, value);
  }
  return (a, b) => {
    const value = known.get(`${Math.min(a, b)}-${Math.max(a, b)}`);
    if (value !== undefined) return { least: value, most: value };
    const [first, second] = [reaches[a] as number, reaches[b] as number];
    return { least: Math.max(0, first + second - 1), most: Math.min(first, second) };
  };
}

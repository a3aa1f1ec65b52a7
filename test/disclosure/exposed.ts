import { flowIntervals } from "../../disclosure/flowIntervals.ts";
import { placesWhere } from "./tables.ts";

export const isSmall = (value: number, k: number) => value >= 1 && value < k;

export const primaries = (counts: number[][], k: number): [number, number][] =>
  placesWhere(counts, (_row, _column, value) => isSmall(value, k));

/** Small counts that are not free to be k higher than they are, by what is suppressed. */
export function exposed(counts: number[][], suppressed: boolean[][], k: number): [number, number][] {
  const intervals = flowIntervals(counts, suppressed);
  return primaries(counts, k).filter(([row, column]) => {
    const found = intervals[row]?.[column];
    if (!found) return true;
    return found.upper !== null && found.upper - (counts[row]?.[column] as number) < k;
  });
}

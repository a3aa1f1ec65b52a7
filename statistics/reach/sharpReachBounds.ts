import { finite, fraction, notNegative, sameLength } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { clamp } from "../interval.ts";
import { overlapsOf } from "./overlaps.ts";
import { type ReachBounds, reachBounds } from "./reachBounds.ts";

/** Weights x ≥ 0 of cells, of which some sums lie between limits. */
export interface CellProgramme {
  cells: number;
  /** Cells whose weight is sought. */
  counted: readonly number[];
  sums: readonly { cells: readonly number[]; least: number; most: number }[];
}

/** Least or largest weight of the counted cells, by a linear programme; null when no weights fit the sums. */
export type CellSolver = (programme: CellProgramme, goal: "least" | "most") => number | null;

/** More channels make too many cells for a linear programme. */
export const MOST_CHANNELS = 10;

export interface SharpOptions {
  /** By how much an overlap may be off, as one that was rounded is; 0 when not given. */
  play?: number;
  /** Reach of each channel within a part of the universe (girls), in fractions of the universe: then that part's reach is bounded. */
  part?: readonly { least: number; most: number }[];
}

function programmeOf(
  reaches: readonly number[],
  overlaps: Readonly<Record<string, number>>,
  { play = 0, part }: SharpOptions,
): CellProgramme {
  const audiences = 2 ** reaches.length;
  const cells = part === undefined ? audiences : 2 * audiences;
  const holding = (holds: (audience: number, isPart: boolean) => boolean) =>
    Array.from({ length: cells }, (_, cell) => cell).filter((cell) => holds(cell % audiences, cell >= audiences));
  const has = (audience: number, channel: number) => ((audience >> channel) & 1) === 1;
  const sums = [{ cells: holding(() => true), least: 1, most: 1 }];
  for (const [i, reach] of reaches.entries())
    sums.push({ cells: holding((audience) => has(audience, i)), least: reach, most: reach });
  for (const [pair, overlap] of Object.entries(overlaps)) {
    const [a, b] = pair.split("-").map(Number) as [number, number];
    const both = holding((audience) => has(audience, a) && has(audience, b));
    sums.push({ cells: both, least: clamp(overlap - play, 0, 1), most: clamp(overlap + play, 0, 1) });
  }
  for (const [i, { least, most }] of (part ?? []).entries())
    sums.push({ cells: holding((audience, isPart) => isPart && has(audience, i)), least, most });
  return { cells, counted: holding((audience, isPart) => audience > 0 && (part === undefined || isPart)), sums };
}

/** Overlaps moved by at most `play` to what both reaches allow. */
const possibleOverlaps = (reaches: readonly number[], overlaps: Readonly<Record<string, number>>, play: number) =>
  Object.fromEntries(
    Object.entries(overlaps).map(([pair, overlap]) => {
      const [first = 0, second = 0] = pair.split("-").map((place) => reaches[Number(place)]);
      const possible = clamp(overlap, Math.max(0, first + second - 1), Math.min(first, second));
      return [pair, Math.abs(possible - overlap) <= play ? possible : overlap];
    }),
  );

/**
 * Sharpest bounds of the reach of up to ten channels together: the least and the largest union over all audiences that have these reaches
 * and overlaps (Boole 1854; Hailperin 1965), a linear programme over the 2^k groups of people who saw the same channels. In fractions of the
 * universe; `independent` is what chance overlap would give. Null without channels.
 */
export function sharpReachBounds(
  reaches: readonly number[],
  overlaps: Readonly<Record<string, number>>,
  solve: CellSolver,
  options: SharpOptions = {},
): ReachBounds | null {
  const { play = 0, part } = options;
  notNegative("play", play);
  for (const [i, reach] of reaches.entries()) fraction(`reaches[${i}]`, reach);
  if (reaches.length > MOST_CHANNELS) throw new StatisticsError("out_of_range", "reaches.length", reaches.length);
  if (part !== undefined) sameLength("reaches, part", reaches, part);
  for (const [i, { least, most }] of (part ?? []).entries()) {
    finite(`part[${i}].most`, most);
    if (notNegative(`part[${i}].least`, least) > most) throw new StatisticsError("contradictory", `part[${i}]`, least);
  }
  overlapsOf(reaches, possibleOverlaps(reaches, overlaps, play));
  const chance = reachBounds(reaches);
  if (chance === null) return null;
  const programme = programmeOf(reaches, overlaps, options);
  const [least, most] = [solve(programme, "least"), solve(programme, "most")];
  if (least === null || most === null) throw new StatisticsError("contradictory", "overlaps", overlaps);
  const lower = clamp(least, 0, 1);
  return { lower, upper: clamp(most, lower, 1), independent: chance.independent };
}

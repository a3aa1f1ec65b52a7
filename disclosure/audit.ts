import { count } from "../statistics/arguments.ts";
import { StatisticsError } from "../statistics/errors.ts";
import type { FeasibleInterval } from "./flowIntervals.ts";
import { lpText } from "./lpText.ts";
import { type PublishedTable, publishedSystem } from "./publishedSystem.ts";

/** Solves a linear programme in CPLEX LP text, as HiGHS does. */
export type LinearSolver = (text: string) => { Status: string; ObjectiveValue: number };

export interface AttackOptions {
  solve: LinearSolver;
  /** What every suppressed count is at least, or the one of a key: 1 where zeros are published, which is taken when not given, else 0. */
  lowerBound?: number | ((key: string) => number);
  /** Keys of the cells to attack; all where left out. */
  of?: ReadonlySet<string>;
}

const UNBOUNDED = ["Unbounded", "Primal infeasible or unbounded"];
const PLAY = 1e-6;

/** Zero without its sign. */
const plain = (value: number) => value + 0;

/**
 * What an attacker can work out about each suppressed cell from all that is published, taken together: the least and the largest whole number
 * that fits, by linear programming (Handbook on Statistical Disclosure Control, 2nd edition, 2024, chapter 4). One result a table, null for
 * each cell that the table itself publishes. Refuses tables that contradict one another.
 */
export function attack(
  publishedTables: readonly PublishedTable[],
  { solve, lowerBound = 1, of }: AttackOptions,
): (FeasibleInterval | null)[][][] {
  const boundOf = typeof lowerBound === "number" ? () => lowerBound : lowerBound;
  if (typeof lowerBound === "number") count("lowerBound", lowerBound);
  const { keys, known, unknown, programme } = publishedSystem(publishedTables, boundOf);
  const limit = (x: number, goal: "least" | "most") => {
    const { Status, ObjectiveValue } = solve(lpText(programme, x, goal));
    if (Status === "Optimal") return ObjectiveValue;
    if (goal === "most" && UNBOUNDED.includes(Status)) return null;
    if (Status === "Infeasible" || UNBOUNDED.includes(Status))
      throw new StatisticsError("contradictory", "publishedTables, lowerBound", boundOf([...unknown.keys()][x] ?? ""));
    throw new Error(`the linear programme ended as ${Status}`);
  };
  const found = new Map<string, FeasibleInterval>();
  for (const [key, value] of known) found.set(key, { lower: value, upper: value });
  for (const [key, x] of unknown) {
    if (of && !of.has(key)) continue;
    const least = limit(x, "least") as number;
    const most = limit(x, "most");
    found.set(key, {
      lower: plain(Math.ceil(least - PLAY)),
      upper: most === null ? null : plain(Math.floor(most + PLAY)),
    });
  }
  return publishedTables.map(({ counts }, table) =>
    counts.map((line, row) =>
      line.map((value, column) =>
        value === null ? (found.get(keys[table]?.[row]?.[column] as string) ?? null) : null,
      ),
    ),
  );
}

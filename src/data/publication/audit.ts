import { attack, type LinearSolver } from "../../../disclosure/audit.ts";
import type { FeasibleInterval } from "../../../disclosure/flowIntervals.ts";
import type { CellSum } from "../../../disclosure/moves.ts";
import { loadSolver } from "../../../disclosure/solver.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { StatisticsError } from "../../../statistics/errors.ts";
import { type Earlier, earlierTables } from "./earlier.ts";
import { keyOf, type LinkedTables, type Placed } from "./linkedTables.ts";
import type { Release } from "./releases.ts";

const BREAKDOWN = ["programme", "province", "stage", "track", "domain", "theme", "discipline"];
const PLACE = `coalesce(${BREAKDOWN.map((name) => `if(${name} is null, null, '${name}')`).join(", ")}, 'total') as breakdown,
  coalesce(${BREAKDOWN.join(", ")}, 'total') as "group"`;

const observed = (
  family: string,
  indicator: string,
  counted: string,
  figure: "numerator" | "denominator",
  and = "true",
) =>
  `select '${family}' as family, period, ${PLACE}, '${counted}' as counted, ${figure} as value
   from indicators.observations where indicator_id = '${indicator}' and ${and}`;
const ofYear = (indicator: string, counted: string, figure: "numerator" | "denominator", and = "true") =>
  `select 'enrolments' as family, school_year as period, breakdown, "group", '${counted}' as counted, ${figure} as value
   from analyses.girls_share where indicator_id = '${indicator}' and ${and}`;
const LAST_YEAR = "(left(current_school_year, 4)::integer - 1) || '-' || left(current_school_year, 4)";

/** Every count of the linked tables that a page can read. */
const PRINTED = [
  observed("lectures", "lectures_count", "lectures", "numerator"),
  `select 'lectures' as family, current_school_year as period, breakdown, group_id as "group", 'lectures' as counted, lectures_count as value
   from marts.lecture_groups cross join marts.parameters`,
  `select 'lectures' as family, ${LAST_YEAR} as period, breakdown, group_id as "group", 'same_day' as counted, last_year_count as value
   from marts.lecture_groups cross join marts.parameters`,
  `select 'lectures' as family, ${LAST_YEAR} as period, 'total' as breakdown, 'total' as "group", 'same_day' as counted, last_year_value as value
   from marts.benchmark_progress cross join marts.parameters
   where indicator_id = 'lectures_count' and programme is null and is_current_year`,
  // in no linked table, for pupils are hidden where lectures are; kept with a release, so that no later sum tells one class
  observed("contacts", "student_contacts_count", "contacts", "numerator"),
  observed("requests", "match_rate", "requests", "denominator"),
  observed("enrolments", "girls_share_in_stem", "girls_in_stem", "numerator"),
  observed("enrolments", "girls_share_in_stem", "in_stem", "denominator"),
  observed("enrolments", "girls_stem_participation", "girls_in_stem", "numerator"),
  observed("enrolments", "girls_stem_participation", "girls", "denominator", "domain is null"),
  ofYear("girls_share_in_stem", "girls_in_stem", "numerator"),
  ofYear("girls_share_in_stem", "in_stem", "denominator"),
  ofYear("girls_stem_participation", "girls_in_stem", "numerator"),
  ofYear("girls_stem_participation", "girls", "denominator", "breakdown <> 'domain'"),
];

/** A small count that whoever lays the printed tables side by side can work out, or nearly. */
export interface Leak {
  place: string;
  lower: number;
  upper: number;
}

/** Every count of the linked tables that a page can read, by the key of its cell. */
export async function printedCounts(gate: Pick<Warehouse, "rows">): Promise<Map<string, number>> {
  const rows = await gate.rows<Placed>(
    `select distinct * from (${PRINTED.join(" union all by name ")}) where value is not null`,
  );
  return new Map(rows.map(({ value, ...place }) => [keyOf(place), value]));
}

/** The intervals of some cells, by their keys: what the attack finds, or what stands there in print. */
function intervalsOf(
  keys: ReadonlySet<string>,
  sums: readonly CellSum[],
  { told, isZero, solve }: { told(key: string): number | null; isZero(key: string): boolean; solve: LinearSolver },
): Map<string, FeasibleInterval> {
  const lines = sums.map(({ parts, whole }) => [...parts, whole]);
  const tables = lines.map((line) => ({ keys: [line], counts: [line.map(told)] }));
  const intervals = attack(tables, { solve, of: keys, lowerBound: (key) => (isZero(key) ? 0 : 1) });
  const found = new Map<string, FeasibleInterval>();
  for (const [table, line] of lines.entries())
    for (const [i, key] of line.entries()) {
      if (!keys.has(key)) continue;
      const shown = told(key);
      const interval = shown === null ? intervals[table]?.[0]?.[i] : { lower: shown, upper: shown };
      if (interval) found.set(key, interval);
    }
  return found;
}

/**
 * What the counts that are `printed` give away of one set of tables, together with what earlier releases printed of it: each small count that
 * is not free to be k higher than it is, and each count hidden before that can be told exactly now.
 */
export function leaksIn(
  printed: ReadonlyMap<string, number>,
  { cells, sums }: Pick<LinkedTables, "cells" | "sums">,
  { k, solve, earlier = [] }: { k: number; solve: LinearSolver; earlier?: readonly Earlier[] },
): Leak[] {
  const known = new Map(cells.filter(({ isKnown }) => isKnown).map(({ key, value }) => [key, value]));
  const zeros = new Set(cells.filter(({ value }) => value === 0).map(({ key }) => key));
  const small = new Map(cells.filter(({ isPrimary }) => isPrimary).map(({ key, value }) => [key, value]));
  for (const { key, value } of cells) {
    const shown = printed.get(key);
    if (shown !== undefined && shown !== value)
      throw new Error(`two tables print the same count differently: ${key} is ${value}, and ${shown} elsewhere`);
  }
  const before = new Map(earlier.flatMap((tables) => [...tables.printed]));
  const hiddenBefore = new Set(earlier.flatMap((tables) => tables.hidden));
  const told = (key: string) => printed.get(key) ?? known.get(key) ?? before.get(key) ?? null;
  const isZero = (key: string) => zeros.has(key) || (key.includes("@") && !hiddenBefore.has(key));
  const all = [...sums, ...earlier.flatMap((tables) => tables.sums)];
  const wanted = new Set([...small.keys(), ...hiddenBefore]);
  let found: Map<string, FeasibleInterval>;
  try {
    found = intervalsOf(wanted, all, { told, isZero, solve });
  } catch (error) {
    // not all cells moved as their total did: then nobody can lay the releases side by side like that
    if (!(error instanceof StatisticsError) || earlier.length === 0) throw error;
    return leaksIn(printed, { cells, sums }, { k, solve });
  }
  return [...found].flatMap(([key, { lower, upper }]) => {
    const value = small.get(key);
    const isTold = upper !== null && (value === undefined ? upper === lower : upper - value < k);
    return isTold && upper !== null ? [{ place: key, lower, upper }] : [];
  });
}

/**
 * Attacks what can be read through the gate, and what earlier releases printed: all counts of the linked tables that are there, as one linear
 * system for each set of tables (Handbook on Statistical Disclosure Control, 2nd edition, 2024, chapter 4). It knows the tables and what is in
 * them, and nothing of how they were protected.
 */
export async function findLeaks(
  gate: Pick<Warehouse, "rows">,
  linked: readonly LinkedTables[],
  k: number,
  releases: readonly Release[] = [],
): Promise<Leak[]> {
  const printed = await printedCounts(gate);
  const solve = await loadSolver();
  return linked.flatMap((tables) => {
    const earlier = releases.flatMap((release) => earlierTables(tables, release) ?? []);
    const hasSecret =
      tables.cells.some(({ isPrimary }) => isPrimary) || earlier.some(({ hidden }) => hidden.length > 0);
    return hasSecret ? leaksIn(printed, tables, { k, solve, earlier }) : [];
  });
}

import { count, sameLength } from "../statistics/arguments.ts";
import { StatisticsError } from "../statistics/errors.ts";
import { total } from "../statistics/interval.ts";
import type { CountProgramme } from "./lpText.ts";

/**
 * A table as it is published: counts with totals in the last row and column, null where suppressed. A table of one row has its total last and
 * no total row. Cells of several tables that have the same key are one number; a table without keys shares none.
 */
export interface PublishedTable {
  counts: readonly (readonly (number | null)[])[];
  keys?: readonly (readonly string[])[];
}

/** All that is published as one linear system: what is known by key, the place of each unknown, and the sums that tie them. */
export interface PublishedSystem {
  keys: readonly (readonly (readonly string[])[])[];
  known: ReadonlyMap<string, number>;
  unknown: ReadonlyMap<string, number>;
  programme: CountProgramme;
}

function keysOf({ counts, keys }: PublishedTable, table: number): string[][] {
  sameLength(`publishedTables[${table}].counts`, ...counts);
  if (keys !== undefined) sameLength(`publishedTables[${table}].keys`, counts, keys);
  return counts.map((line, row) => {
    if (keys !== undefined) sameLength(`publishedTables[${table}].keys[${row}]`, line, keys[row] ?? []);
    return line.map((_, column) => keys?.[row]?.[column] ?? JSON.stringify([table, row, column]));
  });
}

const linesOf = (keys: readonly (readonly string[])[]): (readonly string[])[] =>
  keys.length < 2
    ? [...keys]
    : [...keys, ...(keys[0] ?? []).map((_, column) => keys.map((row) => row[column] as string))];

/** The linear system of all published tables together: an unknown for each suppressed cell, an equation for each row and column. */
export function publishedSystem(
  tables: readonly PublishedTable[],
  lowerBound: (key: string) => number,
): PublishedSystem {
  const keys = tables.map(keysOf);
  const cells = tables.flatMap(({ counts }, table) =>
    counts.flatMap((line, row) =>
      line.map((value, column) => ({ value, key: keys[table]?.[row]?.[column] as string })),
    ),
  );
  const known = new Map<string, number>();
  for (const { key, value } of cells) {
    if (value === null) continue;
    const before = known.get(key) ?? count(key, value);
    if (before !== value) throw new StatisticsError("contradictory", key, [before, value]);
    known.set(key, value);
  }
  const open = new Set(cells.filter(({ key }) => !known.has(key)).map(({ key }) => key));
  const unknown = new Map([...open].map((key, x) => [key, x]));
  const placesOf = (line: readonly string[]) => line.flatMap((key) => unknown.get(key) ?? []);
  const knownSum = (line: readonly string[]) => total(line.map((key) => known.get(key) ?? 0));
  const sums = keys.flatMap(linesOf).map((line) => {
    const [parts, whole] = [line.slice(0, -1), line.slice(-1)];
    const sum = { plus: placesOf(parts), minus: placesOf(whole), equals: knownSum(whole) - knownSum(parts) };
    if (sum.plus.length + sum.minus.length === 0 && sum.equals !== 0)
      throw new StatisticsError("contradictory", "publishedTables", line);
    return sum;
  });
  const tied = sums.filter(({ plus, minus }) => plus.length + minus.length > 0);
  const lowerBounds = [...unknown.keys()].map(lowerBound);
  return { keys, known, unknown, programme: { unknowns: unknown.size, lowerBounds, sums: tied } };
}

import { count, sameLength } from "../statistics/arguments.ts";
import { StatisticsError } from "../statistics/errors.ts";
import { total } from "../statistics/interval.ts";

/** Counts of a table, row by row in one list; its last row and last column are totals. */
export interface MarginTable {
  rows: number;
  columns: number;
  counts: readonly number[];
}

const addsUp = (name: string, line: readonly number[]) => {
  if (total(line.slice(0, -1)) !== line.at(-1)) throw new StatisticsError("contradictory", name, line);
};

/** Refuses all but whole numbers from zero, in lines of one length, of which the last is the sum of the others both ways. */
export function marginTable(counts: readonly (readonly number[])[]): MarginTable {
  const columns = counts[0]?.length ?? 0;
  if (counts.length < 2) throw new StatisticsError("out_of_range", "counts.length", counts.length);
  if (columns < 2) throw new StatisticsError("out_of_range", "counts[0].length", columns);
  sameLength("counts", ...counts);
  for (const [i, line] of counts.entries()) for (const [j, value] of line.entries()) count(`counts[${i}][${j}]`, value);
  for (const [i, line] of counts.entries()) addsUp(`counts[${i}]`, line);
  for (let j = 0; j < columns; j++) {
    const column = counts.map((line) => line[j] as number);
    addsUp(`counts[][${j}]`, column);
  }
  return { rows: counts.length, columns, counts: counts.flat() };
}

/** How many of its row and column are totals: 0 of an inner cell, 1 of a margin, 2 of the grand total. */
export const margins = ({ rows, columns }: MarginTable, cell: number): number =>
  Number(Math.floor(cell / columns) === rows - 1) + Number(cell % columns === columns - 1);

/** A list with a value for each cell, as rows of columns. */
export const inRows = <T>({ rows, columns }: MarginTable, cells: readonly T[]): T[][] =>
  Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns));

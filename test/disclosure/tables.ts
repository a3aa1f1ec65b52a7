import fc from "fast-check";
import highs from "highs";
import type { LinearSolver } from "../../disclosure/audit.ts";
import type { MoveSolver } from "../../disclosure/moves.ts";
import type { PublishedTable } from "../../disclosure/publishedSystem.ts";

type Matrix<T> = readonly (readonly T[])[];

// The types describe the CommonJS build; Node imports the other one, whose default is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

/** HiGHS as the attacker's solver; programmes this small are solved sooner than simplified. */
export async function highsSolver(): Promise<LinearSolver> {
  const solver = await loadHighs();
  return (text) => solver.solve(text, { output_flag: false, presolve: "off", parallel: "off" });
}

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

export const transpose = <T>(matrix: Matrix<T>): T[][] =>
  (matrix[0] ?? []).map((_, column) => matrix.map((line) => line[column] as T));

/** Inner counts with their totals in a last row and column. */
export function withMargins(inner: Matrix<number>): number[][] {
  const wide = inner.map((line) => [...line, sum(line)]);
  return [...wide, transpose(wide).map(sum)];
}

/** What is left of a table when its suppressed cells are blank. */
export const published = (counts: Matrix<number>, suppressed: Matrix<boolean>): PublishedTable => ({
  counts: counts.map((line, row) => line.map((value, column) => (suppressed[row]?.[column] ? null : value))),
});

/** A pattern in which only the listed cells are suppressed. */
export const pattern = (counts: Matrix<number>, cells: readonly (readonly [number, number])[]): boolean[][] =>
  counts.map((line, row) => line.map((_, column) => cells.some(([i, j]) => i === row && j === column)));

/** The places of all cells for which something holds. */
export const placesWhere = (counts: Matrix<number>, holds: (row: number, column: number, value: number) => boolean) =>
  counts.flatMap((line, row) =>
    line.flatMap((value, column): [number, number][] => (holds(row, column, value) ? [[row, column]] : [])),
  );

const zero = fc.constant(0);
const small = fc.integer({ min: 1, max: 9 });
const any = fc.integer({ min: 1, max: 120 });
const sparse = fc.oneof({ weight: 6, arbitrary: zero }, { weight: 3, arbitrary: small });
const dense = fc.oneof({ weight: 1, arbitrary: zero }, { weight: 3, arbitrary: small }, { weight: 6, arbitrary: any });

/** Tables of 2 to 10 rows, sparse or dense, and 2 to 6 columns, with their margins, of which some are small. */
export const anyTable: fc.Arbitrary<number[][]> = fc
  .integer({ min: 2, max: 6 })
  .chain((columns) => {
    const row = (cell: fc.Arbitrary<number>) => fc.array(cell, { minLength: columns, maxLength: columns });
    return fc.array(fc.oneof(row(sparse), row(dense)), { minLength: 2, maxLength: 10, size: "max" });
  })
  .map(withMargins);

/** HiGHS as the solver of the protection, which asks where a solution stands. */
export async function moveSolver(): Promise<MoveSolver> {
  const solver = await loadHighs();
  return (text) =>
    solver.solve(text, { output_flag: false, presolve: "off", parallel: "off" }) as ReturnType<MoveSolver>;
}

import { type MarginTable, margins } from "./marginTable.ts";

/**
 * Rows (nodes from 0) and columns (nodes from `rows`) of a table, joined by its cells. With the sign of a margin turned, every row and
 * column adds up to 0, so what may change is a circulation: along `toColumn` a signed cell falls, along `toRow` it rises (Handbook on
 * Statistical Disclosure Control, 2nd edition, 2024, section 4.4). Each holds how much it still may.
 */
export interface Network {
  rows: number;
  columns: number;
  toColumn: Float64Array;
  toRow: Float64Array;
}

/** A way through the network, cell by cell. */
export type Path = readonly { cell: number; isToColumn: boolean }[];

/** Lets a cell change: down to the lower bound, up without limit. */
export function openCell(network: Network, table: MarginTable, cell: number, lowerBound: number): void {
  const room = (table.counts[cell] as number) - lowerBound;
  const isTurned = margins(table, cell) === 1;
  network.toColumn[cell] = isTurned ? Number.POSITIVE_INFINITY : room;
  network.toRow[cell] = isTurned ? room : Number.POSITIVE_INFINITY;
}

/** The network of a table in which only the given cells may change. */
export function networkOf(table: MarginTable, cells: Iterable<number>, lowerBound: number): Network {
  const { rows, columns } = table;
  const size = rows * columns;
  const network = { rows, columns, toColumn: new Float64Array(size), toRow: new Float64Array(size) };
  for (const cell of cells) openCell(network, table, cell, lowerBound);
  return network;
}

/** Between which nodes the other cells must lead so that this one can rise or fall. */
export function endsOf(table: MarginTable, cell: number, direction: "rise" | "fall"): { from: number; to: number } {
  const row = Math.floor(cell / table.columns);
  const column = table.rows + (cell % table.columns);
  const fromRow = (margins(table, cell) === 1) !== (direction === "rise");
  return fromRow ? { from: row, to: column } : { from: column, to: row };
}

/** Calls `visit` for each cell that leads out of a node and may change by `least`, in the order of the table. */
export function forEachArc(
  { rows, columns, toColumn, toRow }: Network,
  node: number,
  least: number,
  visit: (cell: number, next: number) => void,
): void {
  if (node < rows) {
    for (let column = 0; column < columns; column++) {
      const cell = node * columns + column;
      if ((toColumn[cell] as number) >= least) visit(cell, rows + column);
    }
    return;
  }
  for (let row = 0; row < rows; row++) {
    const cell = row * columns + node - rows;
    if ((toRow[cell] as number) >= least) visit(cell, row);
  }
}

/** The path that ends in a node, from the cell by which each node was reached. */
export function pathTo({ rows, columns }: Network, cameBy: readonly (number | undefined)[], to: number): Path {
  const path = [];
  for (let node = to, cell = cameBy[node]; cell !== undefined; cell = cameBy[node]) {
    const isToColumn = node >= rows;
    path.push({ cell, isToColumn });
    node = isToColumn ? Math.floor(cell / columns) : rows + (cell % columns);
  }
  return path.reverse();
}

import { headerName } from "../textTable.ts";
import type { SheetRow } from "./sheetRows.ts";

/** A block of merged cells; its text stands in the first cell only. Lines count from 1, columns from 0. */
export interface Merge {
  firstLine: number;
  lastLine: number;
  firstColumn: number;
  lastColumn: number;
}

export interface Header {
  line: number;
  cells: (string | null)[];
  above: SheetRow[];
}

const textOf = (rows: readonly SheetRow[], merge: Merge): string | null =>
  rows.find(({ line }) => line === merge.firstLine)?.cells[merge.firstColumn] ?? null;

const empty = ({ cells }: SheetRow, column: number) => (cells[column] ?? null) === null;

/** Names that reach a row from above, out of cells merged downwards. */
const fromAbove = (row: SheetRow, rows: readonly SheetRow[], merges: readonly Merge[]): number =>
  merges.filter(
    (merge) =>
      merge.firstLine < row.line &&
      merge.lastLine >= row.line &&
      empty(row, merge.firstColumn) &&
      textOf(rows, merge) !== null,
  ).length;

/** The cells of a row, with merged ones filled from the left and from above. */
function filled(row: SheetRow, rows: readonly SheetRow[], merges: readonly Merge[]): (string | null)[] {
  const cells = [...row.cells];
  for (const merge of merges.filter(({ firstLine, lastLine }) => firstLine <= row.line && lastLine >= row.line)) {
    const text = textOf(rows, merge);
    if (text === null) continue;
    for (let column = merge.firstColumn; column <= merge.lastColumn; column++)
      if (empty(row, column)) {
        while (cells.length < column) cells.push(null);
        cells[column] = text;
      }
  }
  return cells;
}

/**
 * Finds the header among the first rows of a sheet: the line that is asked for, else the row that scores best, else the first with
 * the most names. `score` says how much a list of names is like the header that is awaited. Null when there is none.
 */
export function findHeader(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
  { line, score = () => 0 }: { line?: number | undefined; score?: ((names: string[]) => number) | undefined } = {},
): Header | null {
  const found = { index: -1, points: 0, names: 0 };
  rows.forEach((row, index) => {
    if (line !== undefined && row.line !== line) return;
    const names = row.names + fromAbove(row, rows, merges);
    const points = score(filled(row, rows, merges).map((cell) => headerName(cell ?? "")));
    const better = points > found.points || (points === found.points && names > found.names);
    if (better || (found.index < 0 && (line !== undefined || names > 0)))
      Object.assign(found, { index, points, names });
  });
  // a sheet of numbers only still has a first row
  const index = found.index < 0 && line === undefined ? 0 : found.index;
  const row = rows[index];
  return row ? { line: row.line, cells: filled(row, rows, merges), above: rows.slice(0, index) } : null;
}

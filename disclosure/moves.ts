/** A count that may be published; `isPrimary`: it must not be found, for it is of too few. */
export interface CountCell {
  key: string;
  value: number;
  isPrimary?: boolean;
  /** Hidden only where nothing else helps. */
  isTotal?: boolean;
  /** Known to all, or never printed and always the same: it cannot be hidden. */
  isKnown?: boolean;
}

/** Cells that add up to another one, by their keys. */
export interface CellSum {
  parts: readonly string[];
  whole: string;
}

/** Solves a linear programme in CPLEX LP text and tells the value of each of its variables, as HiGHS does. */
export type MoveSolver = (text: string) => { Status: string; Columns: Record<string, { Primal?: number }> };

const TERMS_A_LINE = 30;
const PLAY = 1e-6;

function inLines(terms: readonly string[]): string {
  const lines = [];
  for (let i = 0; i < terms.length; i += TERMS_A_LINE) lines.push(terms.slice(i, i + TERMS_A_LINE).join(" "));
  return lines.join("\n ");
}

/**
 * The cells that move in the cheapest change of hidden counts that leaves all sums as they are and lets the cell at `key` rise by `rise`: a
 * count falls to 1 at least and rises without limit; `costOf` gives what it costs by the unit, null where a cell may not move. Null where
 * there is no such change.
 */
export function moves(
  { cells, sums, solve }: { cells: ReadonlyMap<string, CountCell>; sums: readonly CellSum[]; solve: MoveSolver },
  key: string,
  rise: number,
  costOf: (cell: CountCell) => number | null,
): Set<string> | null {
  const movable = new Map<string, { at: number; cost: number; cell: CountCell }>();
  for (const cell of cells.values()) {
    const cost = cell.value === 0 || cell.isKnown ? null : costOf(cell);
    if (cost !== null) movable.set(cell.key, { at: movable.size, cost, cell });
  }
  const own = movable.get(key);
  if (!own) return null;
  const terms = (keys: readonly string[], signs: readonly [string, string]) =>
    keys.flatMap((part) => {
      const at = movable.get(part)?.at;
      return at === undefined ? [] : [`${signs[0]} u${at} ${signs[1]} d${at}`];
    });
  const rows = sums.flatMap(({ parts, whole }, i) => {
    const moved = [...terms(parts, ["+", "-"]), ...terms([whole], ["-", "+"])];
    return moved.length === 0 ? [] : [`s${i}: ${inLines(moved)} = 0`];
  });
  const all = [...movable.values()];
  const text = [
    "Minimize",
    // a hidden cell costs next to nothing, so that nothing goes round in vain
    inLines(all.map(({ at, cost }) => `+ ${cost + 0.001} u${at} + ${cost + 0.001} d${at}`)),
    "Subject To",
    ...rows,
    `rise: u${own.at} - d${own.at} = ${rise}`,
    "Bounds",
    ...all.map(({ at, cell }) => `d${at} <= ${cell.value - 1}`),
    "End\n",
  ].join("\n");
  const { Status, Columns } = solve(text);
  if (Status === "Infeasible" || Status === "Primal infeasible or unbounded") return null;
  if (Status !== "Optimal") throw new Error(`the linear programme ended as ${Status}`);
  const moved = (at: number) => (Columns[`u${at}`]?.Primal ?? 0) + (Columns[`d${at}`]?.Primal ?? 0) > PLAY;
  return new Set(all.filter(({ at }) => moved(at)).map(({ cell }) => cell.key));
}

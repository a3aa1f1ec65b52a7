import { StatisticsError } from "../statistics/errors.ts";
import { UnprotectableCell } from "./errors.ts";
import { type CellSum, type CountCell, type MoveSolver, moves } from "./moves.ts";

export interface Pattern {
  /** Keys of all cells that are not to be published: those that are small themselves, and those that would give them away. */
  hidden: ReadonlySet<string>;
  primaries: readonly string[];
  secondaries: readonly string[];
}

interface Search {
  cells: ReadonlyMap<string, CountCell>;
  sums: readonly CellSum[];
  k: number;
  solve: MoveSolver;
}

function checked(cells: readonly CountCell[], sums: readonly CellSum[]): Map<string, CountCell> {
  const byKey = new Map([...cells].sort((a, b) => (a.key < b.key ? -1 : 1)).map((cell) => [cell.key, cell]));
  if (byKey.size !== cells.length) throw new StatisticsError("contradictory", "cells", "a key that occurs twice");
  const countOf = (key: string) => {
    const cell = byKey.get(key);
    if (!cell) throw new StatisticsError("contradictory", "sums", key);
    return cell.value;
  };
  for (const { parts, whole } of sums)
    if (parts.reduce((all, key) => all + countOf(key), 0) !== countOf(whole))
      throw new StatisticsError("contradictory", whole, parts);
  return byKey;
}

/** The cheapest cells that let a primary rise by k, totals only where others do not suffice. */
function hide(search: Search, hidden: Set<string>, primary: string): ReadonlySet<string> {
  const { k } = search;
  const found =
    moves(search, primary, k, (cell) => (hidden.has(cell.key) ? 0 : cell.isTotal ? null : cell.value + 1)) ??
    moves(search, primary, k, (cell) => (hidden.has(cell.key) ? 0 : (cell.value + 1) * (cell.isTotal ? 1000 : 1)));
  if (found === null) throw new UnprotectableCell(primary);
  for (const key of found) hidden.add(key);
  return found;
}

/** Publishes again, heaviest first, each secondary cell without which every primary can still rise by k. */
function cleanUp(search: Search, hidden: Set<string>, flows: Map<string, ReadonlySet<string>>): void {
  const costOf = (key: string) => search.cells.get(key)?.value ?? 0;
  const secondaries = [...hidden].filter((key) => !flows.has(key));
  secondaries.sort((a, b) => costOf(b) - costOf(a) || (a < b ? -1 : 1));
  for (const secondary of secondaries) {
    hidden.delete(secondary);
    const rerouted = new Map<string, ReadonlySet<string>>();
    for (const [primary, flow] of flows) {
      if (!flow.has(secondary)) continue;
      const other = moves(search, primary, search.k, ({ key }) => (hidden.has(key) ? 0 : null));
      if (other === null) {
        hidden.add(secondary);
        break;
      }
      rerouted.set(primary, other);
    }
    if (!hidden.has(secondary)) for (const [primary, flow] of rerouted) flows.set(primary, flow);
  }
}

/**
 * Which of many cells that occur in sums, in any number of tables and hierarchies together, are not to be published so that no primary cell
 * can be worked out: each stays free to be k higher than it is, whatever is subtracted from what, by someone who knows that zeros are
 * published. Further cells are the cheapest that a linear programme finds (Handbook on Statistical Disclosure Control, 2nd edition, 2024,
 * section 4.4), smallest primaries first; the same cells give the same pattern. Refuses sums that contradict their cells; throws
 * `UnprotectableCell` where nothing that may be hidden helps: then none of these tables can be published.
 */
export function protectCells(
  cells: readonly CountCell[],
  sums: readonly CellSum[],
  { k, solve }: { k: number; solve: MoveSolver },
): Pattern {
  const search: Search = { cells: checked(cells, sums), sums, k, solve };
  const primaries = [...search.cells.values()]
    .filter(({ isPrimary }) => isPrimary)
    .sort((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
  const hidden = new Set(primaries);
  const flows = new Map(primaries.map((primary) => [primary, hide(search, hidden, primary)]));
  cleanUp(search, hidden, flows);
  return { hidden, primaries, secondaries: [...hidden].filter((key) => !flows.has(key)).sort() };
}

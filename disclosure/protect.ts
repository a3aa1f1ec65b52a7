import { count, positive } from "../statistics/arguments.ts";
import { cheapestPath } from "./cheapestPath.ts";
import { UnprotectableTable } from "./errors.ts";
import { type FeasibleInterval, flowInterval } from "./flowIntervals.ts";
import { inRows, type MarginTable, margins, marginTable } from "./marginTable.ts";
import { maxFlow } from "./maxFlow.ts";
import { endsOf, networkOf, openCell } from "./network.ts";

/** Zeros are published, so whoever attacks knows that a suppressed count is 1 at least. */
const LOWER_BOUND = 1;
const MARGIN_COST = 1000;

const costOf = (table: MarginTable, cell: number) =>
  ((table.counts[cell] as number) + 1) * (margins(table, cell) === 0 ? 1 : MARGIN_COST);

/** The network of the suppressed cells but one, after as much of a rise of that one as is needed. */
function riseOf(table: MarginTable, suppressed: ReadonlySet<number>, primary: number, k: number) {
  const others = [...suppressed].filter((cell) => cell !== primary);
  const network = networkOf(table, others, LOWER_BOUND);
  return { network, ...maxFlow(network, endsOf(table, primary, "rise"), k) };
}

/** Suppresses the cheapest cells that let a primary cell rise by k. */
function hide(table: MarginTable, suppressed: Set<number>, primary: number, k: number): void {
  const ends = endsOf(table, primary, "rise");
  const cost = (cell: number) => (suppressed.has(cell) ? 0 : costOf(table, cell));
  for (;;) {
    const { amount, network } = riseOf(table, suppressed, primary, k);
    if (amount >= k) return;
    const further = [...table.counts.keys()].filter(
      (cell) => table.counts[cell] !== 0 && margins(table, cell) < 2 && !suppressed.has(cell),
    );
    const others = [...suppressed].filter((cell) => cell !== primary);
    const whole = networkOf(table, [...others, ...further], LOWER_BOUND);
    for (const cell of further) openCell(network, table, cell, LOWER_BOUND);
    const path =
      cheapestPath(whole, ends, k, cost) ??
      cheapestPath(network, ends, k - amount, cost) ??
      cheapestPath(network, ends, 1, cost);
    if (path === null) throw new UnprotectableTable(Math.floor(primary / table.columns), primary % table.columns);
    for (const { cell } of path) suppressed.add(cell);
  }
}

/** Publishes again, heaviest first, each secondary cell without which every primary cell can still rise by k. */
function cleanUp(table: MarginTable, suppressed: Set<number>, primaries: readonly number[], k: number): void {
  const flows = new Map(primaries.map((primary) => [primary, riseOf(table, suppressed, primary, k).cells]));
  const secondaries = [...suppressed]
    .filter((cell) => !flows.has(cell))
    .sort((a, b) => costOf(table, b) - costOf(table, a) || a - b);
  for (const secondary of secondaries) {
    suppressed.delete(secondary);
    const rerouted = primaries
      .filter((primary) => flows.get(primary)?.has(secondary))
      .map((primary) => ({ primary, ...riseOf(table, suppressed, primary, k) }));
    if (rerouted.some(({ amount }) => amount < k)) suppressed.add(secondary);
    else for (const { primary, cells } of rerouted) flows.set(primary, cells);
  }
}

/**
 * Which cells of a table of counts are not to be published so that no count from 1 to k − 1, inside or in a margin, can be worked out: each
 * of these stays free to be k higher than it is, whatever is subtracted from what. Further cells are the cheapest alternating paths through
 * rows and columns, margins only where inner cells do not suffice and the grand total never (network method, Handbook on Statistical
 * Disclosure Control, 2nd edition, 2024, section 4.4). `intervals` holds what can be worked out of each suppressed cell, null of a published one.
 * Throws `UnprotectableTable` where only the grand total would help.
 */
export function protectTable(
  counts: readonly (readonly number[])[],
  { k }: { k: number },
): { suppressed: boolean[][]; intervals: (FeasibleInterval | null)[][] } {
  count("k", positive("k", k));
  const table = marginTable(counts);
  const countOf = (cell: number) => table.counts[cell] as number;
  const cells = [...table.counts.keys()];
  const primaries = cells
    .filter((cell) => countOf(cell) >= 1 && countOf(cell) < k)
    .sort((a, b) => countOf(a) - countOf(b) || a - b);
  const suppressed = new Set(primaries);
  for (const primary of primaries) hide(table, suppressed, primary, k);
  cleanUp(table, suppressed, primaries, k);
  const intervals = cells.map((cell) =>
    suppressed.has(cell) ? flowInterval(table, suppressed, cell, LOWER_BOUND) : null,
  );
  for (const primary of primaries) {
    const upper = intervals[primary]?.upper;
    if (upper === undefined || (upper !== null && upper - countOf(primary) < k))
      throw new UnprotectableTable(Math.floor(primary / table.columns), primary % table.columns);
  }
  const isSuppressed = cells.map((cell) => suppressed.has(cell));
  return { suppressed: inRows(table, isSuppressed), intervals: inRows(table, intervals) };
}

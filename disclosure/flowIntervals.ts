import { type MarginTable, marginTable } from "./marginTable.ts";
import { maxFlow } from "./maxFlow.ts";
import { endsOf, networkOf } from "./network.ts";

/** All that a suppressed count can be, given what is published; `upper` is null where nothing limits it. */
export interface FeasibleInterval {
  lower: number;
  upper: number | null;
}

/** What an attacker can work out about one suppressed cell of a table, by maximum flow through the other suppressed cells. */
export function flowInterval(
  table: MarginTable,
  suppressed: Iterable<number>,
  cell: number,
  lowerBound: number,
): FeasibleInterval {
  const others = [...suppressed].filter((other) => other !== cell);
  const count = table.counts[cell] as number;
  const change = (direction: "rise" | "fall", enough?: number) =>
    maxFlow(networkOf(table, others, lowerBound), endsOf(table, cell, direction), enough).amount;
  const upper = count + change("rise");
  return { lower: count - change("fall", count - lowerBound), upper: Number.isFinite(upper) ? upper : null };
}

/**
 * What an attacker can work out about each suppressed cell of one table with margins, who knows that none is below `lowerBound` (1 where
 * zeros are published); null for a published cell.
 */
export function flowIntervals(
  counts: readonly (readonly number[])[],
  suppressed: readonly (readonly boolean[])[],
  { lowerBound = 1 }: { lowerBound?: number } = {},
): (FeasibleInterval | null)[][] {
  const table = marginTable(counts);
  const cells = suppressed.flat().flatMap((isSuppressed, cell) => (isSuppressed ? [cell] : []));
  return suppressed.map((line, row) =>
    line.map((isSuppressed, column) =>
      isSuppressed ? flowInterval(table, cells, row * table.columns + column, lowerBound) : null,
    ),
  );
}

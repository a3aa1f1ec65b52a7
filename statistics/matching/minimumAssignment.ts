import { StatisticsError } from "../errors.ts";
import { cheapestSeats } from "./cheapestSeats.ts";

/** Lowest of the costs that are allowed; rows of unlike length, NaN and −Infinity are refused. */
function lowestOf(costs: readonly ArrayLike<number>[], columns: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const row of costs) {
    if (row.length !== columns) throw new StatisticsError("lengths_differ", "costs", [columns, row.length]);
    for (let j = 0; j < columns; j++) {
      const cost = row[j] as number;
      if (Number.isNaN(cost) || cost === Number.NEGATIVE_INFINITY)
        throw new StatisticsError("not_a_number", "costs", String(cost));
      lowest = Math.min(lowest, cost);
    }
  }
  return lowest;
}

/**
 * The column of each row of a cost matrix, or null for a row that is left over: as many rows as can be, then at the least total cost
 * (the linear assignment problem; Kuhn 1955). An infinite cost forbids a pair.
 */
export function minimumAssignment(costs: readonly ArrayLike<number>[]): (number | null)[] {
  const columns = costs[0]?.length ?? 0;
  const lowest = lowestOf(costs, columns);
  const rows = costs.map((row) => {
    const allowed = Array.from(row, (_, j) => j).filter((j) => row[j] !== Number.POSITIVE_INFINITY);
    return {
      columns: Int32Array.from(allowed),
      costs: Float64Array.from(allowed, (j) => (row[j] as number) - lowest),
    };
  });
  const oneSeatEach = Array.from({ length: columns }, () => [0]);
  return Array.from(cheapestSeats(rows, oneSeatEach), (column) => (column < 0 ? null : column));
}

import { forEachArc, type Network, type Path, pathTo } from "./network.ts";

/**
 * The path of least cost through cells that each may change by `least` (Dijkstra 1959); null when there is none. Among equals the node that
 * comes first in the table is taken, so that the same table always gives the same path.
 */
export function cheapestPath(
  network: Network,
  { from, to }: { from: number; to: number },
  least: number,
  costOf: (cell: number) => number,
): Path | null {
  const nodes = network.rows + network.columns;
  const costs = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy: (number | undefined)[] = [];
  const isDone = new Set<number>();
  costs[from] = 0;
  for (;;) {
    let nearest = -1;
    let cost = Number.POSITIVE_INFINITY;
    for (const [node, value] of costs.entries()) {
      if (isDone.has(node) || value >= cost) continue;
      nearest = node;
      cost = value;
    }
    if (nearest === -1) return null;
    if (nearest === to) return pathTo(network, cameBy, to);
    isDone.add(nearest);
    forEachArc(network, nearest, least, (cell, next) => {
      const through = cost + costOf(cell);
      if (through >= (costs[next] as number)) return;
      costs[next] = through;
      cameBy[next] = cell;
    });
  }
}

import { forEachArc, type Network, type Path, pathTo } from "./network.ts";

const LEAST_CHANGE = 1;

function shortestPath(network: Network, from: number, to: number): Path | null {
  const cameBy: (number | undefined)[] = [];
  const isReached = new Set([from]);
  const queue = [from];
  for (let head = 0; head < queue.length && !isReached.has(to); head++) {
    forEachArc(network, queue[head] as number, LEAST_CHANGE, (cell, next) => {
      if (isReached.has(next)) return;
      isReached.add(next);
      cameBy[next] = cell;
      queue.push(next);
    });
  }
  return isReached.has(to) ? pathTo(network, cameBy, to) : null;
}

function push({ toColumn, toRow }: Network, path: Path, amount: number): void {
  for (const { cell, isToColumn } of path) {
    const change = isToColumn ? -amount : amount;
    toColumn[cell] = (toColumn[cell] as number) + change;
    toRow[cell] = (toRow[cell] as number) - change;
  }
}

/**
 * The most that flows between two nodes, or `enough` once it is reached, along shortest paths (Edmonds & Karp 1972); with the cells that it
 * runs through. The network keeps what is left. Infinity when nothing limits it.
 */
export function maxFlow(
  network: Network,
  { from, to }: { from: number; to: number },
  enough = Number.POSITIVE_INFINITY,
): { amount: number; cells: ReadonlySet<number> } {
  const cells = new Set<number>();
  let amount = 0;
  while (amount < enough) {
    const path = shortestPath(network, from, to);
    if (path === null) break;
    const room = path.map(({ cell, isToColumn }) => (isToColumn ? network.toColumn : network.toRow)[cell] as number);
    const more = Math.min(enough - amount, ...room);
    for (const { cell } of path) cells.add(cell);
    amount += more;
    if (more === Number.POSITIVE_INFINITY) break;
    push(network, path, more);
  }
  return { amount, cells };
}

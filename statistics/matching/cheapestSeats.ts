/** A request's allowed columns, ascending, with the cost of each. */
export interface Row {
  columns: Int32Array;
  costs: Float64Array;
}

/** Where a shortest path ends: a seat of `column` is taken, or `dropped` is left over. */
interface End {
  distance: number;
  column: number;
  dropped: number;
}

/**
 * The column of each row, −1 for a row that is left over: as many rows as can be, then at the least total cost. A column holds as many
 * rows as it has seats, and the k-th row in it pays the k-th seat price besides; prices do not fall. Successive shortest paths with
 * potentials (Edmonds & Karp 1972; Tomizawa 1971): rows enter one by one, each along the cheapest chain of moves. Costs and prices are
 * not negative; whole numbers keep every sum exact while the dearest times the rows stays below 2^50. Beyond that the answer is the best
 * but for rounding.
 */
export function cheapestSeats(rows: readonly Row[], seats: readonly (readonly number[])[]): Int32Array {
  const highest = (values: ArrayLike<number>) => {
    let most = 0;
    for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] as number);
    return most;
  };
  const dearest = highest(rows.map(({ costs }) => highest(costs))) + highest(seats.map((prices) => prices.at(-1) ?? 0));
  const leftOver = (dearest + 1) * (rows.length + 1);
  const columnOf = new Int32Array(rows.length).fill(-1);
  const rowsIn: number[][] = seats.map(() => []);
  const rowPotential = new Float64Array(rows.length);
  const columnPotential = new Float64Array(seats.length);
  const distance = new Float64Array(seats.length);
  const from = new Int32Array(seats.length);
  const reached: number[] = [];
  /** Columns whose distance is final: rounding must not lead a path back into itself, where it would never end. */
  const isFinal = new Uint8Array(seats.length);
  /** A path that surely ends at a free seat is at most so long: columns farther away need no look. */
  let bound = Number.POSITIVE_INFINITY;
  const priceOf = (column: number) => seats[column]?.[(rowsIn[column] as number[]).length];

  const reach = (row: number, base: number, end: End): void => {
    const { columns, costs } = rows[row] as Row;
    const start = base + (rowPotential[row] as number);
    if (start + leftOver < end.distance) Object.assign(end, { distance: start + leftOver, column: -1, dropped: row });
    for (let k = 0; k < columns.length; k++) {
      const column = columns[k] as number;
      const through = start + (costs[k] as number) - (columnPotential[column] as number);
      if (through > bound || through >= (distance[column] as number) || isFinal[column] === 1) continue;
      if (distance[column] === Number.POSITIVE_INFINITY) reached.push(column);
      distance[column] = through;
      from[column] = row;
      const price = priceOf(column);
      if (price !== undefined) bound = Math.min(bound, through + price + (columnPotential[column] as number));
    }
  };

  const isNearer = (a: number, b: number): boolean => {
    const by = (distance[a] as number) - (distance[b] as number);
    return by < 0 || (by === 0 && a < b);
  };

  /** Moves every row along the path by one column, from its end back to the row that enters. */
  const move = (entering: number, end: End): void => {
    let column = end.column;
    if (end.dropped >= 0) {
      column = columnOf[end.dropped] as number;
      columnOf[end.dropped] = -1;
      if (column >= 0) rowsIn[column] = (rowsIn[column] as number[]).filter((row) => row !== end.dropped);
    }
    while (column >= 0) {
      const row = from[column] as number;
      const before = columnOf[row] as number;
      columnOf[row] = column;
      (rowsIn[column] as number[]).push(row);
      if (row === entering) return;
      rowsIn[before] = (rowsIn[before] as number[]).filter((other) => other !== row);
      column = before;
    }
  };

  for (let entering = 0; entering < rows.length; entering++) {
    const { columns, costs } = rows[entering] as Row;
    let potential = -leftOver;
    for (let k = 0; k < columns.length; k++)
      potential = Math.max(potential, (columnPotential[columns[k] as number] as number) - (costs[k] as number));
    rowPotential[entering] = potential;
    distance.fill(Number.POSITIVE_INFINITY);
    isFinal.fill(0);
    reached.length = 0;
    bound = Number.POSITIVE_INFINITY;
    const done: number[] = [];
    const end: End = { distance: Number.POSITIVE_INFINITY, column: -1, dropped: -1 };
    reach(entering, 0, end);
    for (;;) {
      let nearest = 0;
      for (let k = 1; k < reached.length; k++)
        if (isNearer(reached[k] as number, reached[nearest] as number)) nearest = k;
      const column = reached[nearest];
      if (column === undefined || (distance[column] as number) >= end.distance) break;
      reached[nearest] = reached.at(-1) as number;
      reached.pop();
      done.push(column);
      isFinal[column] = 1;
      const here = distance[column] as number;
      const price = priceOf(column);
      if (price !== undefined && here + price + (columnPotential[column] as number) < end.distance)
        Object.assign(end, { distance: here + price + (columnPotential[column] as number), column, dropped: -1 });
      for (const row of rowsIn[column] as number[]) reach(row, here, end);
    }
    rowPotential[entering] = potential - end.distance;
    for (const column of done) {
      const shift = (distance[column] as number) - end.distance;
      columnPotential[column] = (columnPotential[column] as number) + shift;
      for (const row of rowsIn[column] as number[]) rowPotential[row] = (rowPotential[row] as number) + shift;
    }
    move(entering, end);
  }
  return columnOf;
}

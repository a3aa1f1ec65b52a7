import { chiSquaredUpper } from "../distributions/gamma.ts";
import { cholesky, solveWith } from "../linear.ts";
import type { GroupTimeEffects } from "./groupTimeEffects.ts";
import { clusterSums, type Influence } from "./influence.ts";

/**
 * Wald test that all effects before treatment are zero (as R `did`, from a varying base); chi-squared on as many degrees of freedom as cells. A large p is
 * no proof of parallel trends. Null without such cells, or when their covariance is singular.
 */
export function preTrendTest(
  result: GroupTimeEffects,
): { chiSquared: number; degreesOfFreedom: number; p: number } | null {
  const before = result.cells.flatMap((cell, k) =>
    cell.period < cell.group && cell.se !== null
      ? [{ att: cell.att, sums: clusterSums(result.influences[k] as Influence, result.panel) }]
      : [],
  );
  if (before.length === 0) return null;
  const covariance = before.map((row) =>
    before.map(
      (column) => row.sums.reduce((sum, value, i) => sum + value * (column.sums[i] as number), 0) / result.units,
    ),
  );
  const factor = cholesky(covariance);
  if (factor === null) return null;
  const effects = before.map((cell) => cell.att);
  const solved = solveWith(factor, effects);
  const chiSquared = result.units * effects.reduce((sum, att, k) => sum + att * (solved[k] as number), 0);
  return { chiSquared, degreesOfFreedom: effects.length, p: chiSquaredUpper(chiSquared, effects.length) };
}

import { count } from "../arguments.ts";
import { chiSquaredUpper } from "../distributions/gamma.ts";
import { StatisticsError } from "../errors.ts";
import { total } from "../interval.ts";
import { cholesky, solveWith } from "../linear.ts";
import type { Aggregates, Effect } from "./aggregateEffects.ts";
import type { GroupTimeEffects } from "./groupTimeEffects.ts";
import { clusterSums, combine, type Influence, standardError } from "./influence.ts";
import { signDraws } from "./signDraws.ts";

/**
 * Wald test that all effects before treatment are zero (as R `did`, from a varying base); chi-squared on as many degrees of freedom as cells. A large p is
 * no proof of parallel trends, and with many small groups it rejects far too often: prefer `preTrendMaxTest`. Null without such cells, or
 * when their covariance is singular.
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

/** Effects before treatment of a "dynamic" aggregate, without the base period, with their influence. */
function beforeTreatment({ effects, influences }: Aggregates) {
  return effects.flatMap(({ key, att, se }, k) =>
    key < 0 && se !== null && se > 0 ? [{ att, se, influence: influences[k] as Influence }] : [],
  );
}

/**
 * Test that the effects by event time before treatment are all zero: the largest |effect| over its standard error against the same maximum
 * in draws of the multiplier bootstrap (Callaway & Sant'Anna 2021, section 4.2), p = (1 + draws as large)/(1 + draws). `dynamic` is the "dynamic"
 * aggregate, from a universal base. A large p is no proof of parallel trends. Null without effects before treatment.
 */
export function preTrendMaxTest(
  dynamic: Aggregates,
  { draws = 1000, seed = 1 } = {},
): { largest: number; p: number } | null {
  if (count("draws", draws) === 0) throw new StatisticsError("not_positive", "draws", draws);
  const before = beforeTreatment(dynamic);
  if (before.length === 0) return null;
  const { panel } = dynamic;
  const n = panel.firstTreated.length;
  const largest = Math.max(...before.map(({ att, se }) => Math.abs(att) / se));
  const columns = signDraws(
    before.map(({ influence }) => clusterSums(influence, panel)),
    panel.clusterCount,
    { draws, seed },
  );
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw++) {
    const reached = before.some(
      ({ se }, k) => Math.abs((columns[k] as Float64Array)[draw] as number) >= largest * se * n,
    );
    if (reached) asLarge++;
  }
  return { largest, p: (1 + asLarge) / (1 + draws) };
}

/**
 * Mean effect over the event times before treatment, from a universal base: what is left of it once trends are parallel is chance, so that its
 * standard error tells how small a difference in trends could have been seen. Null without effects before treatment.
 */
export function preTrendMean(dynamic: Aggregates): Effect | null {
  const before = beforeTreatment(dynamic);
  if (before.length === 0) return null;
  const influence = combine(
    before.map((effect) => effect.influence),
    before.map(() => 1 / before.length),
    dynamic.panel.firstTreated.length,
  );
  return { att: total(before.map(({ att }) => att)) / before.length, se: standardError(influence, dynamic.panel) };
}

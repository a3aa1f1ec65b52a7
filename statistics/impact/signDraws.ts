import { seededRandom } from "../random.ts";

/**
 * Draws of the multiplier bootstrap with Rademacher signs (Callaway & Sant'Anna 2021, algorithm 1): in each draw every cluster's influence keeps
 * or turns its sign, the same for all effects. One column an effect, of unscaled sums over clusters.
 */
export function signDraws(
  sums: readonly Float64Array[],
  clusterCount: number,
  { draws, seed }: { draws: number; seed: number },
): Float64Array[] {
  const random = seededRandom(seed);
  const signs = new Float64Array(clusterCount);
  const columns = sums.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    for (let c = 0; c < signs.length; c++) signs[c] = random() < 0.5 ? -1 : 1;
    for (const [k, effect] of sums.entries()) {
      let sum = 0;
      for (let c = 0; c < signs.length; c++) sum += (signs[c] as number) * (effect[c] as number);
      (columns[k] as Float64Array)[draw] = sum;
    }
  }
  return columns;
}

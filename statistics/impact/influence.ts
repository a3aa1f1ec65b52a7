import type { Panel } from "./panel.ts";

/** Influence of each unit on an estimate; its mean square over n is the variance. */
export type Influence = Float64Array;

/** Standard error √(Σ over clusters of the summed influence squared)/n; each unit is its own cluster unless the panel says otherwise. */
export function standardError(influence: Influence, panel: Pick<Panel, "clusters" | "clusterCount">): number {
  const sums = clusterSums(influence, panel);
  let squares = 0;
  for (const sum of sums) squares += sum * sum;
  return Math.sqrt(squares) / influence.length;
}

/** Influence summed within clusters. */
export function clusterSums(
  influence: Influence,
  { clusters, clusterCount }: Pick<Panel, "clusters" | "clusterCount">,
): Float64Array {
  const sums = new Float64Array(clusterCount);
  for (let i = 0; i < influence.length; i++) {
    const cluster = clusters[i] as number;
    sums[cluster] = (sums[cluster] as number) + (influence[i] as number);
  }
  return sums;
}

/** Weighted sum of influences. */
export function combine(parts: readonly Influence[], weights: readonly number[], length: number): Influence {
  const sum = new Float64Array(length);
  for (const [k, part] of parts.entries()) {
    const weight = weights[k] as number;
    for (let i = 0; i < length; i++) sum[i] = (sum[i] as number) + weight * (part[i] as number);
  }
  return sum;
}

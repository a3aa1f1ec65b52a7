import { count, positive, successesOf } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";

/**
 * Number of trials that carries the same information: n(N − 1)/(N − n) for a sample of a finite population of N, divided by the
 * design effect of clustered answers. Infinity when all N were asked.
 */
export function effectiveTrials(trials: number, populationSize?: number, designEffect = 1): number {
  count("trials", trials);
  positive("designEffect", designEffect);
  if (populationSize === undefined) return trials / designEffect;
  if (count("populationSize", populationSize) < trials) {
    throw new StatisticsError("contradictory", "populationSize", populationSize);
  }
  if (populationSize === trials) return Number.POSITIVE_INFINITY;
  return (trials * (populationSize - 1)) / (populationSize - trials) / designEffect;
}

/**
 * Design effect (Kish 1965) of a share counted in clusters (pupils in schools): the between-cluster variance [m/(m − 1)] Σ(x − p̂n)²/n²
 * over the binomial p̂(1 − p̂)/n. Null with fewer than two clusters, or when the share is 0 or 1.
 */
export function clusterDesignEffect(clusters: readonly { successes: number; trials: number }[]): number | null {
  let [successes, trials] = [0, 0];
  for (const [i, cluster] of clusters.entries()) {
    successesOf(cluster.successes, cluster.trials, `[${i}]`);
    successes += cluster.successes;
    trials += cluster.trials;
  }
  const used = clusters.filter((cluster) => cluster.trials > 0);
  if (used.length < 2 || successes === 0 || successes === trials) return null;
  const share = successes / trials;
  const squares = used.reduce((sum, cluster) => sum + (cluster.successes - share * cluster.trials) ** 2, 0);
  const clustered = ((used.length / (used.length - 1)) * squares) / trials ** 2;
  return clustered / ((share * (1 - share)) / trials);
}

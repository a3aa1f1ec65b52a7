import { finite, sameLength, successesOf } from "../arguments.ts";
import { total } from "../interval.ts";
import { cholesky, inverseWith, solveWith } from "../linear.ts";

export interface LogitFit {
  coefficients: number[];
  /** Inverse information, before any correction for dispersion. */
  covariance: number[][];
  /** Pearson's chi-squared over the degrees of freedom; null without any. */
  pearson: number | null;
  deviance: number;
  degreesOfFreedom: number;
}

/** Share that belongs to a logit. */
export const expit = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
/** Logit of a share strictly between 0 and 1. */
export const logit = (p: number): number => Math.log(p / (1 - p));

const pull = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected);

interface Group {
  row: readonly number[];
  x: number;
  n: number;
}

const dot = (row: readonly number[], values: readonly number[]): number =>
  row.reduce((sum, value, j) => sum + value * (values[j] as number), 0);

const devianceOf = (groups: readonly Group[], shares: readonly number[]): number =>
  groups.reduce((sum, { x, n }, i) => {
    const p = shares[i] as number;
    return sum + 2 * (pull(x, n * p) + pull(n - x, n * (1 - p)));
  }, 0);

/** One step of weighted least squares from the fitted shares; null when the information is singular. */
function step(groups: readonly Group[], shares: readonly number[], columns: number) {
  const information = Array.from({ length: columns }, () => new Array<number>(columns).fill(0));
  const score = new Array<number>(columns).fill(0);
  for (const [i, { row, x, n }] of groups.entries()) {
    const p = shares[i] as number;
    const weight = n * p * (1 - p);
    const response = weight * logit(p) + x - n * p;
    for (const [j, a] of row.entries()) {
      score[j] = (score[j] as number) + a * response;
      const line = information[j] as number[];
      for (const [k, b] of row.entries()) line[k] = (line[k] as number) + weight * a * b;
    }
  }
  const factor = cholesky(information);
  return factor && { coefficients: solveWith(factor, score), covariance: inverseWith(factor) };
}

/**
 * Binomial logit regression by iteratively reweighted least squares (McCullagh & Nelder 1989), one row of `design` for each group; empty
 * groups are left out. It starts and stops as R `glm` does (deviance settled to 1e-8), so that standard errors agree with R's in all digits.
 * Null when the design is singular, when all or none are successes, or when the groups are separated.
 */
export function fitLogit(
  design: readonly (readonly number[])[],
  successes: readonly number[],
  trials: readonly number[],
): LogitFit | null {
  sameLength("design, successes, trials", design, successes, trials);
  const groups = design.map((row, i) => {
    successesOf(successes[i] as number, trials[i] as number, `[${i}]`);
    for (const value of row) finite(`design[${i}]`, value);
    return { row, x: successes[i] as number, n: trials[i] as number };
  });
  const used = groups.filter((group) => group.n > 0);
  const columns = used[0]?.row.length ?? 0;
  sameLength("design rows", ...used.map((group) => group.row));
  const [x, n] = [total(used.map((group) => group.x)), total(used.map((group) => group.n))];
  if (used.length < columns || columns === 0 || x === 0 || x === n) return null;
  let shares = used.map((group) => (group.x + 0.5) / (group.n + 1));
  let previous = devianceOf(used, shares);
  for (let round = 0; round < 25; round++) {
    const next = step(used, shares, columns);
    if (next === null) return null;
    shares = used.map(({ row }) => expit(dot(row, next.coefficients)));
    if (shares.some((p) => !(p > 1e-8 && p < 1 - 1e-8))) return null;
    const deviance = devianceOf(used, shares);
    if (Math.abs(deviance - previous) < 1e-8 * (deviance + 0.1)) return { ...next, ...scatter(used, shares), deviance };
    previous = deviance;
  }
  return null;
}

function scatter(groups: readonly Group[], shares: readonly number[]) {
  const degreesOfFreedom = groups.length - (groups[0]?.row.length ?? 0);
  const pearson = groups.reduce((sum, { x, n }, i) => {
    const p = shares[i] as number;
    return sum + (x - n * p) ** 2 / (n * p * (1 - p));
  }, 0);
  return { pearson: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : null, degreesOfFreedom };
}

import { finite, openFraction, sameLength } from "../arguments.ts";
import { fQuantile } from "../distributions/beta.ts";
import { type Interval, total } from "../interval.ts";

export interface Alpha {
  alpha: number;
  interval: Interval;
  /** Alpha of items scaled to equal variance; null when an item, or the sum of the scaled items, does not vary. */
  standardised: number | null;
  respondents: number;
  items: number;
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [total(a) / a.length, total(b) / b.length];
  return a.reduce((sum, value, i) => sum + (value - meanA) * ((b[i] as number) - meanB), 0) / (a.length - 1);
}

/** Spread beside the size of the answers, squared, that is rounding alone: 0.1 + 0.7 and 0.2 + 0.6 differ by some 1e-16. */
const ROUNDING = 1e-24;

/**
 * Cronbach's alpha k/(k − 1)·(1 − Σσ²ᵢ/σ²) of a scale with Feldt's interval (Feldt 1965); one row for each respondent, one column for each
 * item, rows with a null left out. Null with fewer than two full rows or two items, or when the sum scores do not vary.
 */
export function cronbachAlpha(items: readonly (readonly (number | null)[])[], { level = 0.95 } = {}): Alpha | null {
  openFraction("level", level);
  sameLength("items", ...items);
  for (const [i, row] of items.entries()) {
    for (const [j, value] of row.entries()) if (value !== null) finite(`items[${i}][${j}]`, value);
  }
  const rows = items.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || k < 2) return null;
  const columns = Array.from({ length: k }, (_, j) => rows.map((row) => row[j] as number));
  const sums = rows.map((row) => total(row));
  const spread = covariance(sums, sums);
  const largest = rows.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const varies = (variance: number) => variance > ROUNDING * largest ** 2;
  if (!varies(spread)) return null;
  const variances = columns.map((column) => covariance(column, column));
  const factor = k / (k - 1);
  const alpha = factor * (1 - total(variances) / spread);
  const limit = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return {
    alpha,
    interval: { lower: limit((1 + level) / 2), upper: limit((1 - level) / 2) },
    standardised: variances.every(varies) ? standardised(columns, variances) : null,
    respondents: n,
    items: k,
  };
}

function standardised(columns: readonly number[][], variances: readonly number[]): number | null {
  const k = columns.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const both = covariance(columns[i] as number[], columns[j] as number[]);
      sum += both / Math.sqrt((variances[i] as number) * (variances[j] as number));
    }
  }
  const mean = sum / ((k * (k - 1)) / 2);
  const spread = 1 + (k - 1) * mean;
  return spread > Math.sqrt(ROUNDING) ? (k * mean) / spread : null;
}

type Rows = readonly (readonly number[])[];

const product = (left: Rows, right: Rows): number[][] =>
  left.map((row) =>
    (right[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (right[k]?.[j] ?? 0), 0)),
  );
const trace = (matrix: Rows): number => matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
const transposed = (matrix: Rows): number[][] => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));

/**
 * What a fit by weighted least squares must answer for where neighbouring groups share trials, because the same pupils were counted twice: two
 * counts of n₁ and n₂ with s in common correlate by s/√(n₁n₂). `covariance` is that of the coefficients (Liang & Zeger 1986, with the
 * correlation known), `expected` the mean of Pearson's sum of squares and `freedom` its degrees of freedom by Satterthwaite (1946).
 */
export function overlapCorrection(
  design: Rows,
  inverseInformation: Rows,
  weights: readonly number[],
  correlationWithNext: readonly number[],
): { covariance: number[][]; expected: number; freedom: number } {
  const scaled = design.map((row, i) => row.map((value) => value * Math.sqrt(weights[i] ?? 0)));
  const correlation = design.map((_, i) =>
    design.map((_row, j) => (i === j ? 1 : Math.abs(i - j) === 1 ? (correlationWithNext[Math.min(i, j)] ?? 0) : 0)),
  );
  const across = transposed(scaled);
  const middle = product(product(across, correlation), scaled);
  const covariance = product(product(inverseInformation, middle), inverseInformation);
  const hat = product(product(scaled, inverseInformation), across);
  const left = product(
    hat.map((row, i) => row.map((value, j) => (i === j ? 1 : 0) - value)),
    correlation,
  );
  const expected = trace(left);
  return { covariance, expected, freedom: expected ** 2 / trace(product(left, left)) };
}

export type Matrix = readonly (readonly number[])[];

const entry = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] as number;

/** Lower Cholesky factor of a symmetric matrix; null when it is singular (a pivot below 1e-12 of its diagonal). */
export function cholesky(matrix: Matrix): number[][] | null {
  const factor: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = entry(matrix, i, j);
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (j === i ? (row[k] as number) : entry(factor, j, k));
      if (j < i) row.push(sum / entry(factor, j, j));
      else if (!(sum > 1e-12 * entry(matrix, i, i))) return null;
      else row.push(Math.sqrt(sum));
    }
    factor.push(row);
  }
  return factor;
}

/** Solution of a symmetric positive definite system from its Cholesky factor. */
export function solveWith(factor: Matrix, right: readonly number[]): number[] {
  const size = factor.length;
  const answer = [...right];
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) answer[i] = (answer[i] as number) - entry(factor, i, k) * (answer[k] as number);
    answer[i] = (answer[i] as number) / entry(factor, i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) answer[i] = (answer[i] as number) - entry(factor, k, i) * (answer[k] as number);
    answer[i] = (answer[i] as number) / entry(factor, i, i);
  }
  return answer;
}

/** Inverse of a symmetric positive definite matrix from its Cholesky factor. */
export const inverseWith = (factor: Matrix): number[][] =>
  factor.map((_, column) =>
    solveWith(
      factor,
      factor.map((_row, row) => (row === column ? 1 : 0)),
    ),
  );

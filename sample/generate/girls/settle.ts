/**
 * Whole numbers near those wanted, each from 0 to its cap, that add up to a total: what is missing or too many is spread by the same
 * fraction of each weight, and the rest by the largest remainder. Throws when the caps cannot hold the total.
 */
export function settle(
  total: number,
  wanted: readonly number[],
  caps: readonly number[],
  weights: readonly number[] = caps,
): number[] {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  if (total < 0 || sum(caps) < total) throw new Error(`cannot settle ${total} within ${sum(caps)}`);
  const moved = (shift: number) =>
    wanted.map((value, i) => Math.max(0, Math.min(caps[i] ?? 0, value + shift * (weights[i] ?? 0))));
  let [low, high] = [-4, 4];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (sum(moved(middle)) < total) low = middle;
    else high = middle;
  }
  const exact = moved(high);
  const parts = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let left = total - sum(parts); left > 0; )
    for (const { i } of order) {
      if (left === 0) break;
      if ((parts[i] ?? 0) >= (caps[i] ?? 0)) continue;
      parts[i] = (parts[i] ?? 0) + 1;
      left--;
    }
  return parts;
}

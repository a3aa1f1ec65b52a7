/**
 * Root of an increasing function on [lower, upper] by Newton's method held inside a shrinking bracket; `slope` is its derivative.
 */
export function invert(
  distance: (x: number) => number,
  slope: (x: number) => number,
  lower: number,
  upper: number,
  start: number,
): number {
  let [low, high, x] = [lower, upper, start];
  for (let step = 0; step < 1200; step++) {
    const off = distance(x);
    if (off === 0) return x;
    if (off < 0) low = x;
    else high = x;
    const newton = x - off / slope(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 4e-16 * Math.abs(x) || next === low || next === high) return next;
    x = next;
  }
  return x;
}

/** Smallest whole number from 0 whose cumulative probability reaches p; the allowance of 64 rounding units is R's. */
export function invertCount(cdf: (k: number) => number, p: number, start: number): number {
  const wanted = p * (1 - 64 * Number.EPSILON);
  let low = -1;
  let high = Math.max(1, Math.ceil(start));
  while (cdf(high) < wanted) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cdf(middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

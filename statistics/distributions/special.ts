const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** Natural logarithm of the gamma function for x above 0: Stirling's series from 10 on, recurrence below. */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 10) product *= y++;
  const inverse = 1 / (y * y);
  const series = STIRLING.reduceRight((sum, term) => sum * inverse + term, 0) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

const TINY = 1e-300;
const STEPS = 100_000;

type Term = (i: number) => number;

/** Continued fraction by Lentz's method (Thompson & Barnett 1986), from its i-th numerators and denominators. */
function continuedFraction(first: number, numeratorOf: Term, denominatorOf: Term): number {
  let value = first || TINY;
  let c = value;
  let d = 0;
  for (let i = 1; i <= STEPS; i++) {
    const numerator = numeratorOf(i);
    const denominator = denominatorOf(i);
    d = 1 / (denominator + numerator * d || TINY);
    c = denominator + numerator / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/** Regularised incomplete gamma function, lower and upper part: series below shape + 1, continued fraction above. */
export function incompleteGamma(shape: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let i = 1; i <= STEPS && term > sum * 1e-17; i++) {
      term *= x / (shape + i);
      sum += term;
    }
    const lower = Math.min(1, front * sum);
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(
    x + 1 - shape,
    (i) => -i * (i - shape),
    (i) => x + 2 * i + 1 - shape,
  );
  const upper = Math.min(1, front / fraction);
  return { lower: 1 - upper, upper };
}

/** Regularised incomplete beta function I_x(a, b) and its complement, by Lentz's continued fraction on the convergent side. */
export function incompleteBeta(x: number, a: number, b: number, turned = false): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x >= 1) return { lower: 1, upper: 0 };
  // turned once only: at the border, rounding can put both sides above it
  if (!turned && x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = incompleteBeta(1 - x, b, a, true);
    return { lower: upper, upper: lower };
  }
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  const numeratorOf = (i: number) => {
    const m = i >> 1;
    return i % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  const fraction = continuedFraction(1, numeratorOf, () => 1);
  const lower = Math.min(1, front / fraction);
  return { lower, upper: 1 - lower };
}

import { count } from "./arguments.ts";
import { normalQuantile } from "./distributions/normal.ts";

/** A source of random numbers: each call gives a number strictly between 0 and 1. */
export type Random = () => number;

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/**
 * Seeded generator xoshiro128** (Blackman & Vigna 2021), filled by splitmix32 from a whole number; the same seed gives the same
 * numbers on every machine. Two words make one number of 52 bits.
 */
export function seededRandom(seed: number): Random {
  let state = count("seed", seed) >>> 0;
  const fill = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = (): number => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  };
  return () => ((next() >>> 6) * 0x4000000 + (next() >>> 6) + 0.5) / 0x10000000000000;
}

/** Standard normal draw by inversion. */
export const drawNormal = (random: Random): number => normalQuantile(random());

/** Gamma draw with rate 1 (Marsaglia & Tsang 2000), for any shape above 0. */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Beta draw as a ratio of two gamma draws. */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  return x / (x + drawGamma(random, b));
}

/** Binomial draw: order statistics halve the trials (Ahrens & Dieter 1974) until few are left to count one by one. */
export function drawBinomial(random: Random, trials: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return trials;
  let [left, chance, successes] = [trials, p, 0];
  while (left > 30) {
    const middle = 1 + Math.floor(left / 2);
    const split = drawBeta(random, middle, left + 1 - middle);
    if (split <= chance) {
      successes += middle;
      left -= middle;
      chance = (chance - split) / (1 - split);
    } else {
      left = middle - 1;
      chance /= split;
    }
  }
  for (let trial = 0; trial < left; trial++) if (random() < chance) successes++;
  return successes;
}

/** Poisson draw: gamma waiting times (Ahrens & Dieter 1974) shorten a large mean, then multiplication of uniforms. */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 15) {
    const steps = Math.floor((7 * mean) / 8);
    const waited = drawGamma(random, steps);
    return waited > mean ? drawBinomial(random, steps - 1, mean / waited) : steps + drawPoisson(random, mean - waited);
  }
  const limit = Math.exp(-mean);
  let product = random();
  let events = 0;
  while (product > limit) {
    product *= random();
    events++;
  }
  return events;
}

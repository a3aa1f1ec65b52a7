import { describe, expect, it } from "vitest";
import { drawBeta, drawBinomial, drawGamma, drawPoisson, seededRandom } from "../../statistics/random.ts";
import { expectFault } from "./fault.ts";

const moments = (draw: () => number, number = 20_000) => {
  const values = Array.from({ length: number }, draw);
  const mean = values.reduce((a, b) => a + b, 0) / number;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (number - 1) };
};

describe("seededRandom", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const numbers = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
    expectFault(() => seededRandom(1.5), "not_a_count");
  });

  it("is uniform between 0 and 1", () => {
    const random = seededRandom(3);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 50_000; i++) {
      const place = Math.floor(random() * 10);
      bins[place] = (bins[place] as number) + 1;
    }
    for (const bin of bins) expect(Math.abs(bin - 5000)).toBeLessThan(300);
  });

  it("draws have the mean and variance of their distribution", () => {
    const random = seededRandom(4);
    const gamma = moments(() => drawGamma(random, 0.5));
    expect(gamma.mean).toBeCloseTo(0.5, 1);
    expect(gamma.variance).toBeCloseTo(0.5, 1);
    expect(moments(() => drawBeta(random, 2, 3)).mean).toBeCloseTo(0.4, 1);
    const binomial = moments(() => drawBinomial(random, 1000, 0.3));
    expect(Math.abs(binomial.mean - 300)).toBeLessThan(0.5);
    expect(Math.abs(binomial.variance / 210 - 1)).toBeLessThan(0.05);
    for (const mean of [3, 60]) {
      const poisson = moments(() => drawPoisson(random, mean));
      expect(Math.abs(poisson.mean / mean - 1)).toBeLessThan(0.02);
      expect(Math.abs(poisson.variance / mean - 1)).toBeLessThan(0.05);
    }
    expect([drawBinomial(random, 9, 0), drawBinomial(random, 9, 1)]).toEqual([0, 9]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as d from "./allDistributions.ts";
import { expectFault } from "./fault.ts";

const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const size = fc.double({ min: 0.3, max: 500, noNaN: true });

describe("distributions", () => {
  it("quantiles and probabilities are those of R 4.2", () => {
    expect(d.normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(d.normalQuantile(1e-6)).toBeCloseTo(-4.7534243088229, 12);
    expect(d.normalCdf(-8) / 6.22096057427178e-16).toBeCloseTo(1, 12);
    expect(d.studentTQuantile(0.975, 3)).toBeCloseTo(3.18244630528371, 12);
    expect(d.chiSquaredUpper(8.22492228519771, 1)).toBeCloseTo(0.00413189747764149, 14);
    expect(d.fQuantile(0.975 - 0.025, 10, 33)).toBeCloseTo(2.13250375421675, 12);
    expect(d.betaQuantile(0.5, 0.5, 20.5)).toBeCloseTo(0.0111691691235914, 14);
    expect(d.gammaCdf(180, 200)).toBeCloseTo(0.0748580349841596, 13);
    expect(d.negativeBinomialQuantile(0.975, 0.8, 0.8 / 38.3)).toBe(154);
    expect(d.binomialCdf(0, 20, 0.1)).toBeCloseTo(0.121576654590569, 14);
  });

  it("the beta-binomial is that of SciPy 1.17", () => {
    expect(d.betaBinomialPmf(3, 10, 2, 3)).toBeCloseTo(0.14385614385614395, 13);
    expect(d.betaBinomialCdf(33, 100, 10, 20)).toBeCloseTo(0.524119804296999, 12);
  });

  it("known values come out exactly", () => {
    expect(d.normalQuantile(0.5)).toBe(0);
    expect(d.normalCdf(0)).toBe(0.5);
    expect(d.negativeBinomialPmf(0, 3, 0.5)).toBeCloseTo(0.125, 14);
    expect(d.studentTQuantile(0.75, 1)).toBeCloseTo(1, 13);
    expect(d.studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(d.normalQuantile(0.975));
    expect(d.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("a quantile undoes its distribution function", () => {
    fc.assert(
      fc.property(p, size, size, (chance, a, b) => {
        expect(d.normalCdf(d.normalQuantile(chance))).toBeCloseTo(chance, 12);
        expect(d.studentTCdf(d.studentTQuantile(chance, a), a)).toBeCloseTo(chance, 9);
        expect(d.betaCdf(d.betaQuantile(chance, a, b + 1), a, b + 1)).toBeCloseTo(chance, 9);
        expect(d.fUpper(d.fQuantile(chance, a, b), a, b)).toBeCloseTo(1 - chance, 9);
      }),
    );
  });

  it("the border between both sides of the incomplete beta function has an answer", () => {
    for (let a = 1; a < 60; a++) {
      for (let b = 1; b < 60; b++) {
        const border = (a + 1) / (a + b + 2);
        for (const x of [border, border + Number.EPSILON, border - Number.EPSILON]) {
          expect(d.betaCdf(x, a, b) + d.betaCdf(1 - x, b, a)).toBeCloseTo(1, 10);
        }
      }
    }
  });

  it("both tails make one", () => {
    fc.assert(
      fc.property(size, size, size, (_x, a, b) => {
        expect(d.betaCdf(0.3, a, b) + d.betaCdf(0.7, b, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("a count quantile is the first count that reaches the probability", () => {
    fc.assert(
      fc.property(p, size, p, (chance, shape, prob) => {
        fc.pre(prob > 0.01);
        const k = d.negativeBinomialQuantile(chance, shape, prob);
        expect(d.negativeBinomialCdf(k, shape, prob)).toBeGreaterThanOrEqual(chance * (1 - 1e-12));
        if (k > 0) expect(d.negativeBinomialCdf(k - 1, shape, prob)).toBeLessThan(chance);
      }),
    );
  });

  it("probabilities add up to the distribution function", () => {
    let sum = 0;
    for (let k = 0; k <= 12; k++) {
      sum += d.negativeBinomialPmf(k, 2.5, 0.3);
      expect(d.negativeBinomialCdf(k, 2.5, 0.3)).toBeCloseTo(sum, 13);
    }
    expect([0, 1, 2, 3, 4].reduce((all, k) => all + d.betaBinomialPmf(k, 4, 0.7, 3), 0)).toBeCloseTo(1, 13);
  });

  it("a quantile beyond the largest number is infinite, with degrees of freedom far below 1", () => {
    expect(d.studentTQuantile(0.975, 0.001)).toBe(Number.POSITIVE_INFINITY);
    expect(d.studentTQuantile(0.025, 0.001)).toBe(Number.NEGATIVE_INFINITY);
    expect(d.studentTCdf(1e150, 0.001)).toBeLessThan(0.975);
    expect(d.fQuantile(0.999, 0.01, 0.01)).toBe(Number.POSITIVE_INFINITY);
  });

  it("wrong arguments are refused by name", () => {
    expectFault(() => d.normalQuantile(1.1), "not_a_fraction");
    expectFault(() => d.normalQuantile(Number.NaN), "not_a_number");
    expectFault(() => d.normalCdf(Number.NaN), "not_a_number");
    expectFault(() => d.chiSquaredUpper(-1, 2), "negative");
    expectFault(() => d.chiSquaredUpper(1, 0), "not_positive");
    expectFault(() => d.fQuantile(1, 2, 3), "not_a_fraction");
    expectFault(() => d.negativeBinomialQuantile(1, 2, 0.5), "not_a_fraction");
    expectFault(() => d.negativeBinomialCdf(1, 2, 0), "not_a_fraction");
    expectFault(() => d.negativeBinomialCdf(1.5, 2, 0.5), "not_a_count");
    expectFault(() => d.binomialCdf(1, -1, 0.5), "negative");
    expectFault(() => d.betaQuantile(0.5, 0, 1), "not_positive");
  });
});

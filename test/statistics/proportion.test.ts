import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareRatio, twoProportionTest } from "../../statistics/proportion/comparison.ts";
import { clusterDesignEffect, effectiveTrials } from "../../statistics/proportion/effectiveTrials.ts";
import { newcombeInterval } from "../../statistics/proportion/newcombe.ts";
import { wilsonInterval } from "../../statistics/proportion/wilson.ts";
import { expectFault } from "./fault.ts";

const counts = fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 3000 })).map(([x, n]) => ({ x: Math.min(x, n), n }));

describe("wilsonInterval", () => {
  it("meets the table of Newcombe 1998 (Statistics in Medicine 17:857), with and without continuity correction", () => {
    const rows = [
      [81, 263, 0.2553, 0.3662, 0.2535, 0.3682],
      [0, 20, 0, 0.1611, 0, 0.2005],
    ] as const;
    for (const [x, n, lower, upper, lowerCorrected, upperCorrected] of rows) {
      const plain = wilsonInterval(x, n);
      expect(plain?.lower).toBeCloseTo(lower, 4);
      expect(plain?.upper).toBeCloseTo(upper, 4);
      const corrected = wilsonInterval(x, n, { continuity: true });
      expect(corrected?.lower).toBeCloseTo(lowerCorrected, 4);
      expect(corrected?.upper).toBeCloseTo(upperCorrected, 4);
    }
    expect(wilsonInterval(0, 10)?.upper).toBeCloseTo(0.2775, 4);
  });

  it("narrows for a finite population and has no interval when all of it answered", () => {
    const sampled = wilsonInterval(142, 200, { populationSize: 6194 });
    expect(sampled?.lower).toBeCloseTo(0.6447463760530222, 12);
    expect(sampled?.upper).toBeCloseTo(0.7675882793681957, 12);
    expect(effectiveTrials(200, 6194)).toBeCloseTo(206.63997330663997, 10);
    expect(wilsonInterval(142, 200, { populationSize: 200 })).toBeNull();
  });

  it("a design effect of 4 gives the interval of a quarter of the trials", () => {
    expect(wilsonInterval(40, 200, { designEffect: 4 })).toEqual(wilsonInterval(10, 50));
  });

  it("is null without trials, and exactly 0 or 1 at the ends", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(0, 7)?.lower).toBe(0);
    expect(wilsonInterval(7, 7, { continuity: true })?.upper).toBe(1);
  });

  it("holds the share, lies in 0 to 1, mirrors, and widens with the level and with the correction", () => {
    fc.assert(
      fc.property(counts, fc.boolean(), ({ x, n }, continuity) => {
        const interval = wilsonInterval(x, n, { continuity });
        const wider = wilsonInterval(x, n, { continuity, level: 0.99 });
        const mirrored = wilsonInterval(n - x, n, { continuity });
        const corrected = wilsonInterval(x, n, { continuity: true });
        if (!interval || !wider || !mirrored || !corrected) throw new Error("no interval");
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(x / n);
        expect(interval.upper).toBeGreaterThanOrEqual(x / n);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(wider.lower).toBeLessThanOrEqual(interval.lower);
        expect(wider.upper).toBeGreaterThanOrEqual(interval.upper);
        expect(corrected.lower).toBeLessThanOrEqual(interval.lower);
        expect(corrected.upper).toBeGreaterThanOrEqual(interval.upper);
        expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 12);
      }),
    );
  });

  it("refuses wrong counts by name", () => {
    expectFault(() => wilsonInterval(3, 2), "more_successes_than_trials");
    expectFault(() => wilsonInterval(-1, 2), "negative");
    expectFault(() => wilsonInterval(0.5, 2), "not_a_count");
    expectFault(() => wilsonInterval(Number.NaN, 2), "not_a_number");
    expectFault(() => wilsonInterval(1, Number.POSITIVE_INFINITY), "not_a_number");
    expectFault(() => wilsonInterval(1, 2, { level: 1 }), "not_a_fraction");
    expectFault(() => wilsonInterval(1, 2, { populationSize: 1 }), "contradictory");
    expectFault(() => wilsonInterval(1, 2, { designEffect: 0 }), "not_positive");
  });
});

describe("newcombeInterval", () => {
  it("meets method 10 of Newcombe 1998 (Statistics in Medicine 17:873)", () => {
    const rows = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [10, 10, 0, 20, 0.6791, 1],
      [84, 101, 89, 105, -0.1177, 0.0851],
    ] as const;
    for (const [x1, n1, x2, n2, lower, upper] of rows) {
      const interval = newcombeInterval(x1, n1, x2, n2);
      expect(interval?.lower).toBeCloseTo(lower, 4);
      expect(interval?.upper).toBeCloseTo(upper, 4);
    }
    expect(newcombeInterval(56, 70, 48, 80, { continuity: true })?.lower).toBeCloseTo(0.0428, 4);
  });

  it("holds the difference and turns its sign with the groups", () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const interval = newcombeInterval(a.x, a.n, b.x, b.n);
        const turned = newcombeInterval(b.x, b.n, a.x, a.n);
        if (!interval || !turned) throw new Error("no interval");
        expect(interval.lower).toBeLessThanOrEqual(a.x / a.n - b.x / b.n);
        expect(interval.upper).toBeGreaterThanOrEqual(a.x / a.n - b.x / b.n);
        expect(turned.lower).toBeCloseTo(-interval.upper, 12);
      }),
    );
  });

  it("is null when a group is empty", () => {
    expect(newcombeInterval(0, 0, 1, 2)).toBeNull();
    expect(newcombeInterval(1, 2, 0, 0)).toBeNull();
  });
});

describe("twoProportionTest", () => {
  it("is R's prop.test without correction", () => {
    const found = twoProportionTest(56, 70, 48, 80);
    expect(found?.chiSquared).toBeCloseTo(7.02341137123746, 12);
    expect(found?.p).toBeCloseTo(0.00804508136819656, 14);
    expect(found?.z).toBeGreaterThan(0);
    expect(twoProportionTest(48, 80, 56, 70)?.z).toBeLessThan(0);
  });

  it("is null when a group is empty or nothing differs from all", () => {
    expect(twoProportionTest(0, 0, 1, 2)).toBeNull();
    expect(twoProportionTest(0, 3, 0, 2)).toBeNull();
    expect(twoProportionTest(3, 3, 2, 2)).toBeNull();
  });
});

describe("shareRatio", () => {
  it("is the parity index, adjusted above 1", () => {
    const found = shareRatio(30, 100, 20, 100);
    expect(found?.ratio).toBeCloseTo(1.5, 14);
    expect(found?.adjusted).toBeCloseTo(2 - 2 / 3, 14);
    const half = 1.959963984540054 * Math.sqrt(1 / 30 + 1 / 20 - 2 / 100);
    expect(found?.interval.lower).toBeCloseTo(1.5 * Math.exp(-half), 12);
    expect(found?.interval.upper).toBeCloseTo(1.5 * Math.exp(half), 12);
    expect(shareRatio(20, 100, 40, 100)?.adjusted).toBeCloseTo(0.5, 14);
  });

  it("is null when a share is 0", () => {
    expect(shareRatio(0, 5, 1, 5)).toBeNull();
    expect(shareRatio(1, 5, 0, 0)).toBeNull();
  });
});

describe("clusterDesignEffect", () => {
  it("is worked out by hand: two clusters that share nothing", () => {
    const clusters = [
      { successes: 10, trials: 10 },
      { successes: 0, trials: 10 },
    ];
    expect(clusterDesignEffect(clusters)).toBeCloseTo((2 * 50) / 400 / (0.25 / 20), 12);
  });

  it("is null with one cluster, and when nobody is a success", () => {
    expect(clusterDesignEffect([])).toBeNull();
    expect(
      clusterDesignEffect([
        { successes: 1, trials: 3 },
        { successes: 0, trials: 0 },
      ]),
    ).toBeNull();
    expect(
      clusterDesignEffect([
        { successes: 0, trials: 3 },
        { successes: 0, trials: 4 },
      ]),
    ).toBeNull();
  });
});

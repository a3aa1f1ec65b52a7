import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombeInterval } from "../../statistics/proportion/newcombe.ts";
import { cronbachAlpha } from "../../statistics/survey/cronbachAlpha.ts";
import { netPromoterScore } from "../../statistics/survey/netPromoterScore.ts";
import {
  nonResponse,
  postStratifiedShare,
  responseRate,
  worstCaseBounds,
} from "../../statistics/survey/nonResponse.ts";
import { pairedDifference } from "../../statistics/survey/pairedDifference.ts";
import { mergeSmallGroups, postStratifiedInterval } from "../../statistics/survey/postStratification.ts";
import { scaleScore } from "../../statistics/survey/scaleScore.ts";
import { topTwoBox } from "../../statistics/survey/topTwoBox.ts";
import { expectFault } from "./fault.ts";

describe("topTwoBox", () => {
  it("counts the two highest points and leaves no opinion out", () => {
    const found = topTwoBox([10, 18, 30, 80, 62], { noOpinion: 50, populationSize: 6194 });
    expect(found).toMatchObject({ share: 0.71, agreeing: 142, valid: 200, noOpinionShare: 0.2 });
    expect(found?.interval?.lower).toBeCloseTo(0.6447463760530222, 12);
  });

  it("is null without a valid answer, and without interval when all answered", () => {
    expect(topTwoBox([0, 0, 0, 0, 0], { noOpinion: 3 })).toBeNull();
    expect(topTwoBox([0, 0, 1, 0, 1], { populationSize: 2 })?.interval).toBeNull();
    expectFault(() => topTwoBox([1, 2]), "out_of_range");
    expectFault(() => topTwoBox([1, 2, -1]), "negative");
    expectFault(() => topTwoBox([1, 2, 0.5]), "not_a_count");
  });
});

describe("netPromoterScore", () => {
  it("meets the Wald interval of the R package NPS", () => {
    const found = netPromoterScore(50, 30, 20);
    expect(found?.score).toBeCloseTo(0.3, 14);
    expect(found?.se).toBeCloseTo(0.07810249675906654, 14);
    expect(found?.interval.lower).toBeCloseTo(0.1469219192495733, 12);
    expect(found?.interval.upper).toBeCloseTo(0.45307808075042666, 12);
  });

  it("the adjusted interval has a width even when all answers are alike", () => {
    const found = netPromoterScore(5, 0, 0);
    expect(found?.interval).toEqual({ lower: 1, upper: 1 });
    expect(found?.adjustedInterval.lower).toBeLessThan(0.7);
    expect(found?.adjustedInterval.upper).toBe(1);
  });

  it("turns its sign with promoters and detractors, and stays within −1 and 1", () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 99 }), (up, middle, down) => {
        const found = netPromoterScore(up, middle, down);
        const turned = netPromoterScore(down, middle, up);
        if (!found || !turned) throw new Error("no score");
        expect(turned.score).toBeCloseTo(-found.score, 12);
        expect(turned.adjustedInterval.lower).toBeCloseTo(-found.adjustedInterval.upper, 12);
        expect(found.interval.lower).toBeLessThanOrEqual(found.score);
        expect(found.interval.lower).toBeGreaterThanOrEqual(-1);
        expect(found.adjustedInterval.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is null without answers", () => {
    expect(netPromoterScore(0, 0, 0)).toBeNull();
    expectFault(() => netPromoterScore(-1, 0, 0), "negative");
    expectFault(() => netPromoterScore(Number.NaN, 0, 0), "not_a_number");
  });
});

describe("cronbachAlpha", () => {
  it("is worked out by hand: variances 1 and 1, covariance one half", () => {
    const found = cronbachAlpha([
      [1, 1],
      [2, 3],
      [3, 2],
    ]);
    expect(found?.alpha).toBeCloseTo(2 * (1 - 2 / 3), 14);
    expect(found?.standardised).toBeCloseTo(2 / 3, 14);
    expect(found).toMatchObject({ respondents: 3, items: 2 });
    expect(found?.interval.lower).toBeCloseTo(1 - 39 / 3, 9);
    expect(found?.interval.upper).toBeCloseTo(1 - 1 / 39 / 3, 9);
  });

  it("does not change with the order of rows or the origin of items, and is 1 for equal items", () => {
    const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 20 }), (rows) => {
        const found = cronbachAlpha(rows);
        const moved = cronbachAlpha(rows.toReversed().map(([a = 0, b = 0, c = 0]) => [a + 7, b - 2, c]));
        if (!found || !moved) {
          expect(moved).toBe(found);
          return;
        }
        expect(moved.alpha).toBeCloseTo(found.alpha, 9);
        expect(found.interval.lower).toBeLessThanOrEqual(found.alpha);
        expect(found.alpha).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(
      cronbachAlpha([
        [1, 1],
        [2, 2],
        [5, 5],
      ])?.alpha,
    ).toBeCloseTo(1, 12);
  });

  it("leaves out rows with a blank, and is null when too little is left", () => {
    expect(
      cronbachAlpha([
        [1, 1],
        [2, 3],
        [null, 9],
        [3, 2],
      ])?.respondents,
    ).toBe(3);
    expect(cronbachAlpha([])).toBeNull();
    expect(cronbachAlpha([[1, 2]])).toBeNull();
    expect(cronbachAlpha([[1], [2]])).toBeNull();
    expect(
      cronbachAlpha([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
    expect(
      cronbachAlpha([
        [1, 2],
        [1, 3],
        [1, 4],
      ])?.standardised,
    ).toBeNull();
    const inTenths = [
      [0.1, 0.7],
      [0.2, 0.6],
      [0.3, 0.5],
    ];
    expect(cronbachAlpha(inTenths)).toBeNull();
    expect(cronbachAlpha(inTenths.map((row) => row.map((value) => value * 1e-9)))).toBeNull();
    expect(
      cronbachAlpha([
        [0.1, 0.1],
        [0.1, 0.3],
        [0.1, 0.2],
      ])?.standardised,
    ).toBeNull();
    expect(
      cronbachAlpha([
        [1, -2],
        [2, -4],
        [3, -6],
      ])?.standardised,
    ).toBeNull();
    expectFault(() => cronbachAlpha([[1, 2], [1]]), "lengths_differ");
    expectFault(
      () =>
        cronbachAlpha([
          [1, Number.NaN],
          [1, 2],
        ]),
      "not_a_number",
    );
  });
});

describe("non-response", () => {
  it("a low response rate is flagged", () => {
    expect(responseRate(59, 100)).toEqual({ rate: 0.59, low: true });
    expect(responseRate(60, 100)).toEqual({ rate: 0.6, low: false });
    expect(responseRate(0, 0)).toBeNull();
    expectFault(() => responseRate(2, 1), "more_successes_than_trials");
  });

  it("is the test of respondents against non-respondents", () => {
    const found = nonResponse([50, 30], [100, 100]);
    expect(found?.chiSquared).toBeCloseTo(25 / 6 + 25 / 6, 10);
    expect(found?.differs).toBe(true);
    expect(nonResponse([40, 40], [100, 100])).toEqual({ chiSquared: 0, p: 1, largestDifference: 0, differs: false });
    expect(nonResponse([0, 0], [10, 10])).toBeNull();
    expect(nonResponse([10, 10], [10, 10])).toBeNull();
    expect(nonResponse([4], [10])).toBeNull();
    expect(nonResponse([], [])).toBeNull();
    expectFault(() => nonResponse([11], [10]), "more_successes_than_trials");
  });

  it("post-stratified shares weight by the frame", () => {
    const groups = [
      { successes: 8, answers: 10, frame: 100 },
      { successes: 1, answers: 5, frame: 300 },
    ];
    expect(postStratifiedShare(groups)).toBeCloseTo(0.35, 14);
    expect(postStratifiedShare([...groups, { successes: 0, answers: 0, frame: 1 }])).toBeNull();
    expect(postStratifiedShare([...groups, { successes: 0, answers: 0, frame: 0 }])).toBeCloseTo(0.35, 14);
    expect(postStratifiedShare([])).toBeNull();
  });

  it("worst-case bounds let the silent say no, or yes", () => {
    expect(worstCaseBounds(30, 50, 100)).toEqual({ lower: 0.3, upper: 0.8 });
    expect(worstCaseBounds(0, 0, 0)).toBeNull();
    expectFault(() => worstCaseBounds(1, 3, 2), "contradictory");
  });
});

describe("scaleScore", () => {
  it("is worked out by hand: 3, 4 and 5 of a population of 6", () => {
    const found = scaleScore([3, 4, 5], { populationSize: 6 });
    expect(found?.mean).toBe(4);
    expect(found?.se).toBeCloseTo(Math.sqrt(1 / 6), 12);
    // t(0.975; 2) = 4.302652729911275
    expect(found?.interval?.upper).toBeCloseTo(4 + 4.302652729911275 * Math.sqrt(1 / 6), 9);
  });

  it("has no interval when all answered, and is null for one score", () => {
    expect(scaleScore([3, 5], { populationSize: 2 })).toEqual({ mean: 4, se: 0, interval: null });
    expect(scaleScore([3])).toBeNull();
    expectFault(() => scaleScore([3, 4, 5], { populationSize: 2 }), "contradictory");
  });
});

describe("postStratifiedInterval", () => {
  const group = (successes: number, answers: number, frame: number) => ({ successes, answers, frame });

  it("of one group is Wilson's for its part of the frame", () => {
    expect(postStratifiedInterval([group(8, 12, 20)])).toEqual({
      lower: expect.closeTo(0.48320283517688783, 12),
      upper: expect.closeTo(0.810537779699807, 12),
    });
  });

  it("adds the groups in squares, and a group that all answered adds nothing", () => {
    const one = postStratifiedInterval([group(8, 12, 20)]);
    const found = postStratifiedInterval([group(8, 12, 20), group(3, 20, 20)]);
    const share = (8 / 12 + 3 / 20) / 2;
    expect(found?.lower).toBeCloseTo(share - (8 / 12 - (one?.lower ?? 0)) / 2, 12);
    expect(found?.upper).toBeCloseTo(share + ((one?.upper ?? 0) - 8 / 12) / 2, 12);
  });

  it("is null when a group of the frame has no answers", () => {
    expect(postStratifiedInterval([group(8, 12, 20), group(0, 0, 5)])).toBeNull();
  });
});

describe("mergeSmallGroups", () => {
  const group = (successes: number, answers: number, frame: number) => ({ successes, answers, frame });

  it("puts small groups together, and what is still too small with the smallest other", () => {
    const large = [group(10, 20, 30), group(4, 8, 12)];
    expect(mergeSmallGroups([...large, group(1, 3, 9), group(2, 2, 4)], 5)).toEqual([...large, group(3, 5, 13)]);
    expect(mergeSmallGroups([...large, group(1, 3, 9)], 5)).toEqual([large[0], group(5, 11, 21)]);
    expect(mergeSmallGroups([...large, group(0, 0, 2)], 5)).toEqual([large[0], group(4, 8, 14)]);
  });

  it("loses nobody", () => {
    const some = fc
      .record({ answers: fc.nat(9), more: fc.nat(9) })
      .map(({ answers, more }) => group(0, answers, answers + more));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (groups) => {
        const merged = mergeSmallGroups(groups, 5);
        for (const name of ["answers", "frame"] as const)
          expect(merged.reduce((sum, one) => sum + one[name], 0)).toBe(groups.reduce((sum, one) => sum + one[name], 0));
        expect(merged.length <= 1 || merged.every(({ answers }) => answers >= 5)).toBe(true);
      }),
    );
  });
});

describe("pairedDifference", () => {
  it("meets a published example (Bentur et al. 2009, in Fagerland, Lydersen & Laake): 1, 1, 7 and 12", () => {
    const found = pairedDifference({ both: 1, onlyFirst: 1, onlySecond: 7, neither: 12 });
    expect(found?.difference).toBeCloseTo(-6 / 21, 12);
    expect(found?.agreement).toBeCloseTo(13 / 21, 12);
    expect(found?.interval.lower).toBeCloseTo(-0.507, 3);
    expect(found?.interval.upper).toBeCloseTo(-0.026, 3);
  });

  it("is symmetric, of no pairs null, and tighter when both sides go together", () => {
    const there = pairedDifference({ both: 14, onlyFirst: 5, onlySecond: 0, neither: 22 });
    const back = pairedDifference({ both: 14, onlyFirst: 0, onlySecond: 5, neither: 22 });
    expect(there?.interval.lower).toBeCloseTo(-(back?.interval.upper ?? 0), 12);
    const apart = newcombeInterval(19, 41, 14, 41);
    expect(there?.interval.lower).toBeGreaterThan(apart?.lower ?? 1);
    expect(pairedDifference({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeNull();
    expectFault(() => pairedDifference({ both: 0.5, onlyFirst: 0, onlySecond: 0, neither: 1 }), "not_a_count");
  });
});

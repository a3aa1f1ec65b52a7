import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogit } from "../../statistics/forecast/logit.ts";
import { fitLogitTrend, fittedShare, type LogitTrend } from "../../statistics/forecast/logitTrend.ts";
import { predictShare } from "../../statistics/forecast/prediction.ts";
import { randomWalkForecast } from "../../statistics/forecast/randomWalk.ts";
import { yearTargetReached } from "../../statistics/forecast/yearTargetReached.ts";
import { expectFault, notNumbers } from "./fault.ts";

const fitted = (...given: Parameters<typeof fitLogitTrend>): LogitTrend => {
  const fit = fitLogitTrend(...given);
  if (fit === null) throw new Error("no fit");
  return fit;
};
const males = () => fitted([0, 1, 2, 3, 4, 5], [1, 4, 9, 13, 18, 20], [20, 20, 20, 20, 20, 20]);
const rising = fc
  .record({
    start: fc.double({ min: -1.5, max: 0, noNaN: true }),
    slope: fc.double({ min: 0.05, max: 0.3, noNaN: true }),
  })
  .map(({ start, slope }) => {
    const times = [0, 1, 2, 3, 4, 6, 7];
    const bumps = [30, -20, 10, 25, -40, 5, -10];
    const share = (time: number) => 1 / (1 + Math.exp(-start - slope * time));
    return {
      times,
      trials: times.map(() => 5000),
      successes: times.map((t, i) => Math.round(5000 * share(t)) + (bumps[i] as number)),
    };
  });

describe("fitLogit", () => {
  it("meets the budworms of Venables & Ripley (MASS, 4th edition, section 7.2)", () => {
    const dead = [1, 4, 9, 13, 18, 20, 0, 2, 6, 10, 12, 16];
    const design = dead.map((_, i) => [i < 6 ? 0 : 1, i < 6 ? 1 : 0, i % 6]);
    const fit = fitLogit(
      design,
      dead,
      dead.map(() => 20),
    );
    expect(fit?.coefficients[0]).toBeCloseTo(-3.4731553070867, 10);
    expect(fit?.coefficients[1]).toBeCloseTo(-2.37241194409155, 10);
    expect(fit?.coefficients[2]).toBeCloseTo(1.06421396991924, 10);
    expect(fit?.deviance).toBeCloseTo(6.75706423222892, 10);
    expect(fit?.degreesOfFreedom).toBe(9);
  });

  it("is null for a singular design, separated groups, and no or only successes", () => {
    expect(
      fitLogit(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
        [9, 9, 9],
      ),
    ).toBeNull();
    expect(
      fitLogit(
        [
          [1, 0],
          [1, 1],
        ],
        [0, 9],
        [9, 9],
      ),
    ).toBeNull();
    expect(
      fitLogit(
        [
          [1, 0],
          [1, 1],
          [1, 2],
        ],
        [0, 0, 5],
        [20, 20, 20],
      ),
    ).toBeNull();
    expect(
      fitLogit(
        [
          [1, 0],
          [1, 1],
        ],
        [0, 0],
        [9, 9],
      ),
    ).toBeNull();
    expect(
      fitLogit(
        [
          [1, 0],
          [1, 1],
        ],
        [9, 9],
        [9, 9],
      ),
    ).toBeNull();
    expect(fitLogit([], [], [])).toBeNull();
  });
});

describe("fitLogitTrend of counts that share trials", () => {
  it("keeps the line and widens it by what neighbours have in common", () => {
    const counts = [[0, 1, 2, 3], Array(4).fill(300), Array(4).fill(1000)] as const;
    const apart = fitLogitTrend(...counts);
    const shared = fitLogitTrend(...counts, { shared: [500, 500, 500, 0] });
    expect(shared?.slope).toBeCloseTo(apart?.slope ?? 1, 12);
    // centred times -1.5 … 1.5: 5 + 2 x 0.5 x (0.75 - 0.25 + 0.75) over 5
    expect((shared?.covariance[1][1] ?? 0) / (apart?.covariance[1][1] ?? 1)).toBeCloseTo(1.25, 6);
    const none = fitLogitTrend(...counts, { shared: [0, 0, 0, 0] });
    expect(none?.degreesOfFreedom).toBeCloseTo(2, 5);
    expect(none?.covariance[0][0]).toBeCloseTo(apart?.covariance[0][0] ?? 0, 6);
  });
});

describe("fitLogitTrend", () => {
  it("meets R's glm on the male budworms", () => {
    const fit = males();
    expect(fit.intercept).toBeCloseTo(-2.81855496731552, 10);
    expect(fit.slope).toBeCloseTo(1.25894942420395, 10);
    expect(fit.covariance[0][0]).toBeCloseTo(0.300289551362838, 10);
    expect(fit.covariance[0][1]).toBeCloseTo(-0.102677121896978, 10);
    expect(fit.covariance[1][1]).toBeCloseTo(0.0449717737854649, 10);
    expect([fit.dispersion, fit.degreesOfFreedom, fit.step]).toEqual([1, 4, null]);
  });

  it("moving the origin moves the intercept alone", () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: 0, max: 2030 }), ({ times, successes, trials }, origin) => {
        const plain = fitted(times, successes, trials);
        const moved = fitted(
          times.map((time) => time + origin),
          successes,
          trials,
        );
        expect(moved.slope).toBeCloseTo(plain.slope, 9);
        expect(moved.intercept).toBeCloseTo(plain.intercept - origin * plain.slope, 6);
        expect(moved.dispersion).toBeCloseTo(plain.dispersion, 6);
        expect(fittedShare(moved, origin + 9).interval?.upper).toBeCloseTo(
          fittedShare(plain, 9).interval?.upper ?? 0,
          6,
        );
      }),
    );
  });

  it("scatter beyond the binomial widens the covariance by the dispersion", () => {
    const even = fitted([0, 1, 2, 3, 4], [100, 110, 120, 130, 140], [1000, 1000, 1000, 1000, 1000]);
    const wild = fitted([0, 1, 2, 3, 4], [100, 160, 70, 180, 140], [1000, 1000, 1000, 1000, 1000]);
    expect(even.dispersion).toBe(1);
    expect(wild.dispersion).toBeGreaterThan(10);
    expect(wild.covariance[1][1]).toBeGreaterThan(5 * even.covariance[1][1]);
  });

  it("a break is fitted as a step, and the intercept is that of the level after it", () => {
    const logits = [-1, -0.9, -0.8, -0.2, -0.1, 0];
    const successes = logits.map((x) => Math.round(1e6 / (1 + Math.exp(-x))));
    const fit = fitted(
      [0, 1, 2, 3, 4, 5],
      successes,
      successes.map(() => 1e6),
      { breakAt: 3 },
    );
    expect(fit.slope).toBeCloseTo(0.1, 4);
    expect(fit.step?.estimate).toBeCloseTo(0.5, 4);
    expect(fit.intercept).toBeCloseTo(-0.5, 4);
    expect(fit.degreesOfFreedom).toBe(3);
  });

  it("is null for an empty series, one year, one share throughout 0, and a break outside the series", () => {
    expect(fitLogitTrend([], [], [])).toBeNull();
    expect(fitLogitTrend([2020], [3], [9])).toBeNull();
    expect(fitLogitTrend([2020, 2020], [3, 4], [9, 9])).toBeNull();
    expect(fitLogitTrend([2020, 2021], [3, 0], [9, 0])).toBeNull();
    expect(fitLogitTrend([2020, 2021], [0, 0], [9, 9])).toBeNull();
    expect(fitLogitTrend([1, 2, 3], [3, 4, 5], [9, 9, 9], { breakAt: 0 })).toBeNull();
  });

  it("has no interval where a time is so far away that its spread is no number", () => {
    const fit = fitted([2010, 2015, 2016], [274, 301, 310], [1000, 1000, 1000]);
    for (const time of [1e308, -1e308, 1e200]) {
      expect(fittedShare(fit, time).interval).toBeNull();
      expect(predictShare(fit, time, 1000, { draws: 20 }).interval).toBeNull();
    }
    const walk = randomWalkForecast([0, 1, 2], [25, 25, 25], [100, 100, 100]);
    expect(walk?.forecast(1e200)).toEqual({ share: 0.25, interval: null });
    expect(fittedShare(fit, 1e308).share).toBe(1);
    expect(fittedShare(fit, 1e6).interval).toEqual({ lower: expect.any(Number), upper: 1 });
  });

  it("two years give a line without limits", () => {
    const fit = fitted([2010, 2015], [274, 301], [1000, 1000]);
    expect(fit).toMatchObject({ dispersion: 1, degreesOfFreedom: 0 });
    expect(fittedShare(fit, 2020).interval).toBeNull();
    expect(fittedShare(fit, 2015).share).toBeCloseTo(0.301, 9);
    const reached = yearTargetReached(fit, 1 / 3);
    expect(reached.estimate).toBeCloseTo(2020.7, 1);
    expect(reached).toMatchObject({ lower: null, upper: null, bounded: false });
  });

  it("refuses wrong series by name", () => {
    expectFault(() => fitLogitTrend([1, 2], [1], [2, 2]), "lengths_differ");
    expectFault(() => fitLogitTrend([1, Number.NaN], [1, 1], [2, 2]), "not_a_number");
    expectFault(() => fitLogitTrend([1, 2], [3, 1], [2, 2]), "more_successes_than_trials");
    expectFault(() => fitLogitTrend([1, 2], [-1, 1], [2, 2]), "negative");
  });
});

describe("yearTargetReached", () => {
  it("meets R on the male budworms, whose scatter is no more than binomial", () => {
    const found = yearTargetReached(males(), 0.5);
    expect(found.estimate).toBeCloseTo(2.2388150890952, 9);
    expect(found.lower).toBeCloseTo(1.80980064737243, 9);
    expect(found.upper).toBeCloseTo(2.65698334677645, 9);
    expect(found.bounded).toBe(true);
  });

  it("limits hold the estimate, and at each limit the confidence limit of the line is the target", () => {
    fc.assert(
      fc.property(rising, fc.double({ min: 0.3, max: 0.9, noNaN: true }), ({ times, successes, trials }, target) => {
        const fit = fitted(times, successes, trials);
        const { estimate, lower, upper, bounded } = yearTargetReached(fit, target);
        expect(estimate).not.toBeNull();
        expect(bounded).toBe(lower !== null && upper !== null);
        if (estimate === null || lower === null || upper === null) return;
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(fittedShare(fit, lower).interval?.upper).toBeCloseTo(target, 6);
        expect(fittedShare(fit, upper).interval?.lower).toBeCloseTo(target, 6);
      }),
    );
  });

  it("has no upper limit when the slope is not significant, and no estimate when the line falls", () => {
    const flat = fitted([0, 1, 2, 3, 4], [300, 290, 310, 305, 303], [1000, 1000, 1000, 1000, 1000]);
    const found = yearTargetReached(flat, 0.4);
    expect(found).toMatchObject({ upper: null, bounded: false });
    expect(found.estimate).toBeGreaterThan(4);
    const falling = fitted([0, 1, 2], [300, 200, 100], [1000, 1000, 1000]);
    expect(yearTargetReached(falling, 0.4)).toEqual({ estimate: null, lower: null, upper: null, bounded: false });
    expectFault(() => yearTargetReached(flat, 1), "not_a_fraction");
  });
});

describe("predictShare", () => {
  const fit = males();

  it("is wider than the line's own interval, holds the share, and repeats with its seed", () => {
    const found = predictShare(fit, 3, 50, { seed: 5 });
    const line = fittedShare(fit, 3).interval;
    expect(found.interval?.lower).toBeLessThan(line?.lower ?? 0);
    expect(found.interval?.upper).toBeGreaterThan(line?.upper ?? 1);
    expect(found.interval?.lower).toBeLessThan(found.share);
    expect(predictShare(fit, 3, 50, { seed: 5 })).toEqual(found);
    const [one, other] = [5, 6].map((seed) => predictShare(fit, 3, 50_000, { seed }).interval?.lower);
    expect(one).not.toBe(other);
  });

  it("has no interval without degrees of freedom, and refuses no trials", () => {
    expect(predictShare({ ...fit, degreesOfFreedom: 0 }, 3, 50).interval).toBeNull();
    expectFault(() => predictShare(fit, 3, 0), "not_positive");
    expectFault(() => predictShare(fit, Number.NaN, 9), "not_a_number");
  });

  it("stays a number for overdispersed and certain fits", () => {
    for (const dispersion of [1, 5, 500]) {
      expect(notNumbers(predictShare({ ...fit, dispersion }, 40, 3, { draws: 50 }))).toEqual([]);
    }
  });
});

describe("randomWalkForecast", () => {
  it("is worked out by hand: logits 0, ln 2, ln 2 with a gap of two years before the last", () => {
    const found = randomWalkForecast([0, 1, 3], [50, 60, 60], [100, 90, 90]);
    const drift = Math.log(2) / 3;
    const scatter = Math.sqrt((Math.log(2) - drift) ** 2 + (2 * drift) ** 2 / 2);
    expect(found?.drift).toBeCloseTo(drift, 14);
    expect(found?.scatter).toBeCloseTo(scatter, 14);
    const ahead = found?.forecast(2);
    expect(ahead?.share).toBeCloseTo(1 / (1 + Math.exp(-Math.log(2) - 2 * drift)), 14);
    const reach = 12.7062047361747 * scatter * Math.sqrt(2 + 4 / 3);
    expect(ahead?.interval?.upper).toBeCloseTo(1 / (1 + Math.exp(-Math.log(2) - 2 * drift - reach)), 9);
    expect(found?.timeReached(0.8)).toBeCloseTo(3 + Math.log(2) / drift, 12);
    expect(found?.timeReached(0.5)).toBe(3);
  });

  it("has no scatter with two years, and never reaches a target it drifts from", () => {
    const found = randomWalkForecast([0, 1], [60, 50], [100, 100]);
    expect(found?.scatter).toBeNull();
    expect(found?.forecast(1).interval).toBeNull();
    expect(found?.timeReached(0.9)).toBeNull();
  });

  it("takes a known step at a break out of the drift, however few were counted", () => {
    const found = randomWalkForecast([0, 1, 2, 3], [1, 1, 2, 2], [10, 10, 11, 11], { breakAt: 2, step: Math.log(2) });
    expect(found?.drift).toBeCloseTo(0, 12);
    expect(found?.scatter).toBeCloseTo(0, 12);
    expect(found?.forecast(2).share).toBeCloseTo(2 / 11, 12);
    expectFault(() => randomWalkForecast([0, 1], [1, 1], [9, 9], { step: Number.NaN }), "not_a_number");
  });

  it("is null for an empty series, one year, and a share of 0 or 1; a year twice is refused", () => {
    expect(randomWalkForecast([], [], [])).toBeNull();
    expect(randomWalkForecast([1], [1], [2])).toBeNull();
    expect(randomWalkForecast([1, 2], [0, 1], [2, 2])).toBeNull();
    expect(randomWalkForecast([1, 2], [2, 1], [2, 2])).toBeNull();
    expectFault(() => randomWalkForecast([1, 1], [1, 1], [2, 2]), "duplicate");
  });
});

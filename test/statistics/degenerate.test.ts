import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoWeek, schoolYearOf } from "../../statistics/calendar/dates.ts";
import { easterSunday, schoolHolidays } from "../../statistics/calendar/holidays.ts";
import { enrolmentCountDate, teachingDays } from "../../statistics/calendar/teachingDays.ts";
import { concentration, sumIsSafe } from "../../statistics/concentration.ts";
import { kitagawaInterval } from "../../statistics/decomposition/bootstrap.ts";
import { kitagawa, kitagawaChain } from "../../statistics/decomposition/kitagawa.ts";
import { decomposeProduct } from "../../statistics/decomposition/product.ts";
import { StatisticsError } from "../../statistics/errors.ts";
import { fitLogit } from "../../statistics/forecast/logit.ts";
import { fitLogitTrend, fittedShare } from "../../statistics/forecast/logitTrend.ts";
import { predictShare } from "../../statistics/forecast/prediction.ts";
import { randomWalkForecast } from "../../statistics/forecast/randomWalk.ts";
import { yearTargetReached } from "../../statistics/forecast/yearTargetReached.ts";
import { haversineKm } from "../../statistics/geo.ts";
import { aggregateEffects } from "../../statistics/impact/aggregateEffects.ts";
import { simultaneousBand } from "../../statistics/impact/band.ts";
import { groupTimeEffects } from "../../statistics/impact/groupTimeEffects.ts";
import { individualEffect, minimumDetectableEffect } from "../../statistics/impact/power.ts";
import { preTrendTest } from "../../statistics/impact/preTrend.ts";
import { publishRule } from "../../statistics/impact/publishRule.ts";
import { assignLecturers } from "../../statistics/matching/assignLecturers.ts";
import { minimumAssignment } from "../../statistics/matching/minimumAssignment.ts";
import { backTestPace } from "../../statistics/pace/backTest.ts";
import { paceForecast } from "../../statistics/pace/paceForecast.ts";
import { clumping, paceOfPastTotals, requiredPace } from "../../statistics/pace/prior.ts";
import { seasonalProfile } from "../../statistics/pace/seasonalProfile.ts";
import { averageForecast, yearEndForecast } from "../../statistics/pace/yearEndForecast.ts";
import { shareRatio, twoProportionTest } from "../../statistics/proportion/comparison.ts";
import { clusterDesignEffect, effectiveTrials } from "../../statistics/proportion/effectiveTrials.ts";
import { newcombeInterval } from "../../statistics/proportion/newcombe.ts";
import { wilsonInterval } from "../../statistics/proportion/wilson.ts";
import { partBounds } from "../../statistics/reach/partBounds.ts";
import { reachBounds } from "../../statistics/reach/reachBounds.ts";
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
import { cochranArmitage } from "../../statistics/trend/cochranArmitage.ts";
import { holm } from "../../statistics/trend/holm.ts";
import { shiftVerdict } from "../../statistics/trend/shiftVerdict.ts";
import * as distributions from "./allDistributions.ts";
import { notNumbers } from "./fault.ts";

const odd = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  -0,
  0,
  0.5,
  1,
  2,
  3,
  7,
  250,
  2024,
);
const four = fc.tuple(odd, odd, odd, odd);
const list = fc.array(odd, { maxLength: 4 });
const count = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: odd });
const counts = fc.array(count, { maxLength: 5 });

/** Runs a call that may be refused by name but must never answer with NaN or fall over. */
function sound(call: () => unknown): void {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    if (error instanceof StatisticsError) return;
    throw error;
  }
  expect(notNumbers(answer)).toEqual([]);
}

describe("whatever they are given, functions answer with numbers, null or a named refusal", () => {
  it("functions of a few numbers", () => {
    const functions: ((...values: [number, number, number, number]) => unknown)[] = [
      (a, b, c, d) => wilsonInterval(a, b, { level: 0.95, populationSize: c, designEffect: d }),
      (a, b, c) => wilsonInterval(a, b, { level: c, continuity: true }),
      (a, b, c, d) => newcombeInterval(a, b, c, d, { continuity: true }),
      twoProportionTest,
      shareRatio,
      (a, b, c, d) => decomposeProduct({ a, b }, { a: c, b: d }),
      (a, b, c, d) => haversineKm({ lat: a, lon: b }, { lat: c, lon: d }),
      (a, b, c) => netPromoterScore(a, b, c),
      (a, b) => responseRate(a, b),
      (a, b, c) => effectiveTrials(a, b, c),
      (a, b, c, d) => pairedDifference({ both: a, onlyFirst: b, onlySecond: c, neither: d }),
      (a, b, c, d) => sumIsSafe([a, b], { contributors: 3, p: c, one: d, two: 0.9 }),
      (a) => easterSunday(a),
      (a, b, c, d) =>
        assignLecturers(
          [{ id: "r", place: { lat: a, lon: b }, discipline: null }],
          [{ lecturerId: "d", place: { lat: 51, lon: 4 }, disciplines: [], load: c }],
          { caliperKm: d },
        ),
      worstCaseBounds,
      requiredPace,
      (a) => minimumDetectableEffect(a),
      individualEffect,
      (a, b, c, d) => {
        const found = yearEndForecast({ shape: a, rate: b, countSoFar: c, shareElapsed: d, target: 9 });
        return [found, found.quantile(0.1), found.cdf(5)];
      },
    ];
    for (const call of functions)
      fc.assert(
        fc.property(four, (values) => sound(() => call(...values))),
        { numRuns: 300 },
      );
  });

  it("distributions", () => {
    const all = Object.values(distributions) as ((...values: number[]) => number)[];
    expect(all.length).toBeGreaterThan(15);
    for (const call of all)
      fc.assert(
        fc.property(four, (values) => sound(() => call(...values))),
        { numRuns: 300 },
      );
  });

  it("functions of lists", () => {
    fc.assert(
      fc.property(counts, counts, list, (a, b, c) => {
        sound(() => cochranArmitage(a, b, c));
        sound(() => nonResponse(a, b));
        sound(() => holm(a));
        sound(() => concentration(a));
        sound(() => scaleScore(a, { populationSize: c[0] ?? 6 }));
        sound(() => minimumAssignment([a, b]));
        sound(() =>
          fitLogit(
            c.map((value) => [1, value]),
            a,
            b,
          ),
        );
        sound(() => averageForecast([]));
        sound(() => {
          const groups = a.map((successes, i) => ({ successes, answers: b[i] ?? 6, frame: c[i] ?? 9 }));
          return [postStratifiedShare(groups), postStratifiedInterval(groups), mergeSmallGroups(groups, 3)];
        });
        sound(() =>
          kitagawaInterval(
            a.map((successes, i) => {
              const cell = { stratum: `${i % 2}`, successes, trials: b[i] ?? 6 };
              return { before: [cell], after: c.length > i ? [cell] : [] };
            }),
            { draws: 20 },
          ),
        );
        sound(() =>
          kitagawaChain([a, b].map((year) => year.map((w, i) => ({ stratum: `${i}`, weight: w, rate: 0.5 })))),
        );
        sound(() =>
          partBounds(
            { lower: c[0] ?? 0, upper: 1 },
            c.map(() => 0.5),
            c.map((least) => ({ least, most: 0.4 })),
          ),
        );
        sound(() => topTwoBox(a));
        sound(() => clumping(a));
        sound(() => paceOfPastTotals(a));
        sound(() => seasonalProfile([a, b])?.shares);
        sound(() => paceForecast([a, b], { countSoFar: 3, partOfDays: 0.5, target: 9 })?.quantile(0.5));
        sound(() =>
          backTestPace(
            [a.filter((value) => !(value > 7)), b.slice(0, 1).map((value) => Math.min(value, 7)), [1, 2, 3]],
            [0, 0.5, 1],
          ),
        );
        sound(() => reachBounds(c, { "0-1": 0.2 }));
        sound(() => reachBounds(c));
        sound(() => cronbachAlpha([a, b, a.toReversed()]));
        sound(() => clusterDesignEffect(a.map((successes, i) => ({ successes, trials: b[i] ?? 6 }))));
        sound(() =>
          kitagawa(
            a.map((weight, i) => ({ stratum: `${i}`, weight, rate: c[i] ?? null })),
            [{ stratum: "0", weight: 1, rate: 0.5 }],
          ),
        );
        sound(() =>
          shiftVerdict(
            c.map((time, i) => ({ time, successes: a[i] ?? 1, trials: b[i] ?? 6 })),
            { base: c[0] ?? 0 },
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("dates and school years", () => {
    const text = fc.oneof(
      fc.constantFrom(
        "",
        "2024-2025",
        "2024-2026",
        "2024-02-29",
        "2023-02-29",
        "2024-13-01",
        "0000-0001",
        "9999-10000",
      ),
      fc.string({ maxLength: 10 }),
    );
    for (const call of [schoolYearOf, isoWeek, teachingDays, enrolmentCountDate, schoolHolidays] as ((
      t: string,
    ) => unknown)[])
      fc.assert(
        fc.property(text, (value) => sound(() => call(value))),
        { numRuns: 100 },
      );
  });

  it("trends and forecasts", () => {
    const year = fc.tuple(fc.nat(5), fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(year, { maxLength: 6 }), (years) => {
        const times = years.map(([time]) => time);
        const successes = years.map(([, x, n]) => Math.min(x, n));
        const trials = years.map(([, , n]) => n);
        sound(() => {
          const walk = randomWalkForecast(times, successes, trials);
          return [walk?.forecast(2), walk?.timeReached(0.6)];
        });
        sound(() => {
          const fit =
            fitLogitTrend(times, successes, trials, { breakAt: 3 }) ?? fitLogitTrend(times, successes, trials);
          if (fit === null) return null;
          return [fit, fittedShare(fit, 9), yearTargetReached(fit, 0.6), predictShare(fit, 9, 4, { draws: 20 })];
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("panels", () => {
    const row = fc.record({
      unit: fc.nat(5),
      period: fc.constantFrom(1, 2, 3),
      outcome: fc.option(fc.constantFrom(0, 1, 1.5, 2), { nil: null }),
      firstTreated: fc.constant(0),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { maxLength: 18, selector: (r) => `${r.unit} ${r.period}` }),
        fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
        (rows, starts) => {
          const panel = rows.map((r) => ({ ...r, firstTreated: starts[r.unit] as number }));
          for (const basePeriod of ["varying", "universal"] as const) {
            sound(() => {
              const result = groupTimeEffects(panel, { basePeriod });
              const kinds = (["simple", "dynamic", "group", "calendar"] as const).map((kind) =>
                aggregateEffects(result, kind),
              );
              const band = simultaneousBand(result.cells, result, { draws: 20 });
              return [result, kinds, band, preTrendTest(result), publishRule(result)];
            });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

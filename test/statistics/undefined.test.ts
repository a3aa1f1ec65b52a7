import { describe, expect, it } from "vitest";
import { isoWeek, schoolYearOf } from "../../statistics/calendar/dates.ts";
import { teachingDays } from "../../statistics/calendar/teachingDays.ts";
import { kitagawa } from "../../statistics/decomposition/kitagawa.ts";
import type { Fault } from "../../statistics/errors.ts";
import { fitLogitTrend } from "../../statistics/forecast/logitTrend.ts";
import { yearTargetReached } from "../../statistics/forecast/yearTargetReached.ts";
import { haversineKm } from "../../statistics/geo.ts";
import { aggregateEffects } from "../../statistics/impact/aggregateEffects.ts";
import { groupTimeEffects } from "../../statistics/impact/groupTimeEffects.ts";
import { minimumDetectableEffect } from "../../statistics/impact/power.ts";
import { assignLecturers } from "../../statistics/matching/assignLecturers.ts";
import { seasonalProfile } from "../../statistics/pace/seasonalProfile.ts";
import { yearEndForecast } from "../../statistics/pace/yearEndForecast.ts";
import { twoProportionTest } from "../../statistics/proportion/comparison.ts";
import { newcombeInterval } from "../../statistics/proportion/newcombe.ts";
import { wilsonInterval } from "../../statistics/proportion/wilson.ts";
import { reachBounds } from "../../statistics/reach/reachBounds.ts";
import { cronbachAlpha } from "../../statistics/survey/cronbachAlpha.ts";
import { netPromoterScore } from "../../statistics/survey/netPromoterScore.ts";
import { topTwoBox } from "../../statistics/survey/topTwoBox.ts";
import { cochranArmitage } from "../../statistics/trend/cochranArmitage.ts";
import { shiftVerdict } from "../../statistics/trend/shiftVerdict.ts";
import * as distributions from "./allDistributions.ts";
import { expectFault } from "./fault.ts";

const { NaN: none } = Number;
const base = { base: 2020 };
const year = (time: number, successes: number, trials: number) => ({ time, successes, trials });
const soFar = { shape: 4, rate: 0.04, countSoFar: 10, shareElapsed: 0.5, target: 100 };
const line = {
  covariance: [
    [1e-4, 0],
    [0, 1e-6],
  ] as [[number, number], [number, number]],
  dispersion: 1,
  scatter: 1,
  step: null,
  deviance: 0,
};
const rising = { ...line, intercept: -1, slope: 0.1, degreesOfFreedom: 5 };
const unit = (name: string, firstTreated: number, outcomes: number[]) =>
  outcomes.map((outcome, period) => ({ unit: name, period: period + 1, outcome, firstTreated }));
const treated = unit("a", 2, [0, 1]);
const request = { id: "r", place: { lat: 51, lon: 4 }, discipline: null };
const slot = { lecturerId: "d", place: { lat: 51, lon: 4 }, disciplines: [], load: 0 };

/** For each function: what it is given, and the named fault, or the answer, that must come of it. */
const cases: Record<string, [given: string, call: () => unknown, comes: Fault | null | object][]> = {
  wilsonInterval: [
    ["nobody asked", () => wilsonInterval(0, 0), null],
    ["more successes than trials", () => wilsonInterval(3, 2), "more_successes_than_trials"],
    ["a negative count", () => wilsonInterval(-1, 2), "negative"],
    ["half a success", () => wilsonInterval(0.5, 2), "not_a_count"],
    ["NaN", () => wilsonInterval(none, 2), "not_a_number"],
    ["a level of 1", () => wilsonInterval(1, 2, { level: 1 }), "not_a_fraction"],
    ["everybody of a finite population", () => wilsonInterval(1, 2, { populationSize: 2 }), null],
  ],
  newcombeInterval: [
    ["an empty group", () => newcombeInterval(1, 2, 0, 0), null],
    ["more successes than trials", () => newcombeInterval(1, 2, 3, 2), "more_successes_than_trials"],
    ["a negative count", () => newcombeInterval(1, 2, -1, 2), "negative"],
    ["NaN", () => newcombeInterval(1, none, 1, 2), "not_a_number"],
  ],
  twoProportionTest: [
    ["an empty group", () => twoProportionTest(0, 0, 1, 2), null],
    ["nobody a success", () => twoProportionTest(0, 3, 0, 2), null],
    ["more successes than trials", () => twoProportionTest(4, 3, 0, 2), "more_successes_than_trials"],
    ["a negative count", () => twoProportionTest(1, -3, 0, 2), "negative"],
    ["NaN", () => twoProportionTest(1, 3, none, 2), "not_a_number"],
  ],
  cochranArmitage: [
    ["an empty series", () => cochranArmitage([], [], []), null],
    ["one year", () => cochranArmitage([1], [2], [2020]), null],
    ["nobody counted", () => cochranArmitage([0, 0], [0, 0], [1, 2]), null],
    ["all successes", () => cochranArmitage([2, 3], [2, 3], [1, 2]), null],
    ["more successes than trials", () => cochranArmitage([3, 1], [2, 2], [1, 2]), "more_successes_than_trials"],
    ["a negative count", () => cochranArmitage([-1, 1], [2, 2], [1, 2]), "negative"],
    ["a year that is NaN", () => cochranArmitage([1, 1], [2, 2], [1, none]), "not_a_number"],
    ["lists of other lengths", () => cochranArmitage([1], [2, 2], [1, 2]), "lengths_differ"],
  ],
  shiftVerdict: [
    ["an empty series", () => shiftVerdict([], base), null],
    ["one year", () => shiftVerdict([year(2020, 1, 4)], base), null],
    ["no base year", () => shiftVerdict([year(2021, 1, 4), year(2022, 2, 4)], base), null],
    ["nobody counted", () => shiftVerdict([year(2020, 0, 0), year(2021, 0, 0)], base), null],
    ["more successes than trials", () => shiftVerdict([year(2020, 5, 4)], base), "more_successes_than_trials"],
    ["the same year twice", () => shiftVerdict([year(2020, 1, 4), year(2020, 2, 4)], base), "duplicate"],
    ["a base year that is NaN", () => shiftVerdict([], { base: none }), "not_a_number"],
  ],
  kitagawa: [
    ["no strata", () => kitagawa([], []), null],
    ["no strata after", () => kitagawa([{ stratum: "a", weight: 1, rate: 0.5 }], []), null],
    [
      "weights that are not 1",
      () => kitagawa([{ stratum: "a", weight: 2, rate: 0.5 }], [{ stratum: "a", weight: 1, rate: 1 }]),
      "weights_do_not_add_up",
    ],
    [
      "a negative weight",
      () => kitagawa([{ stratum: "a", weight: -1, rate: 0.5 }], [{ stratum: "a", weight: 1, rate: 1 }]),
      "negative",
    ],
    [
      "pupils without a rate",
      () => kitagawa([{ stratum: "a", weight: 1, rate: null }], [{ stratum: "a", weight: 1, rate: 1 }]),
      "rate_missing",
    ],
    [
      "NaN",
      () => kitagawa([{ stratum: "a", weight: 1, rate: none }], [{ stratum: "a", weight: 1, rate: 1 }]),
      "not_a_number",
    ],
  ],
  fitLogitTrend: [
    ["an empty series", () => fitLogitTrend([], [], []), null],
    ["one year", () => fitLogitTrend([1], [1], [2]), null],
    ["one year twice: a singular design", () => fitLogitTrend([1, 1], [1, 1], [2, 3]), null],
    [
      "a break before all years: a singular design",
      () => fitLogitTrend([1, 2, 3], [1, 1, 2], [3, 3, 3], { breakAt: 0 }),
      null,
    ],
    ["all successes", () => fitLogitTrend([1, 2], [2, 2], [2, 2]), null],
    ["nobody counted", () => fitLogitTrend([1, 2], [0, 0], [0, 0]), null],
    ["more successes than trials", () => fitLogitTrend([1, 2], [3, 1], [2, 2]), "more_successes_than_trials"],
    ["a negative count", () => fitLogitTrend([1, 2], [1, 1], [2, -2]), "negative"],
    ["a year that is NaN", () => fitLogitTrend([1, none], [1, 1], [2, 2]), "not_a_number"],
  ],
  yearTargetReached: [
    [
      "a line that falls",
      () => yearTargetReached({ ...rising, slope: -0.1 }, 0.5),
      { estimate: null, lower: null, upper: null, bounded: false },
    ],
    [
      "two years, so no degrees of freedom",
      () => yearTargetReached({ ...rising, degreesOfFreedom: 0 }, 0.5),
      { estimate: 10, lower: null, upper: null, bounded: false },
    ],
    ["a target of all", () => yearTargetReached(rising, 1), "not_a_fraction"],
    ["a negative target", () => yearTargetReached(rising, -0.1), "not_a_fraction"],
    ["a target that is NaN", () => yearTargetReached(rising, none), "not_a_number"],
  ],
  yearEndForecast: [
    ["no past years", () => yearEndForecast({ ...soFar, shape: 0 }), "not_positive"],
    ["a negative count", () => yearEndForecast({ ...soFar, countSoFar: -1 }), "negative"],
    ["more than the whole year elapsed", () => yearEndForecast({ ...soFar, shareElapsed: 1.1 }), "not_a_fraction"],
    ["NaN", () => yearEndForecast({ ...soFar, rate: none }), "not_a_number"],
    ["a year that is over", () => yearEndForecast({ ...soFar, shareElapsed: 1 }).quantile(0.9), 10 as never],
    ["a target of nothing", () => yearEndForecast({ ...soFar, target: 0 }).probabilityOfTarget, 1 as never],
  ],
  seasonalProfile: [
    ["no past years", () => seasonalProfile([]), null],
    ["a year without days", () => seasonalProfile([[]]), null],
    ["nothing counted", () => seasonalProfile([[0, 0]]), null],
    ["a negative count", () => seasonalProfile([[1, -1]]), "negative"],
    ["NaN", () => seasonalProfile([[1, none]]), "not_a_number"],
  ],
  topTwoBox: [
    ["no answers", () => topTwoBox([0, 0, 0, 0, 0]), null],
    ["an empty scale", () => topTwoBox([]), "out_of_range"],
    ["a negative count", () => topTwoBox([1, 2, -3]), "negative"],
    ["NaN", () => topTwoBox([1, 2, none]), "not_a_number"],
  ],
  netPromoterScore: [
    ["no answers", () => netPromoterScore(0, 0, 0), null],
    ["a negative count", () => netPromoterScore(1, -1, 0), "negative"],
    ["NaN", () => netPromoterScore(none, 1, 0), "not_a_number"],
  ],
  cronbachAlpha: [
    ["no respondents", () => cronbachAlpha([]), null],
    ["one respondent", () => cronbachAlpha([[1, 2]]), null],
    ["one item", () => cronbachAlpha([[1], [2]]), null],
    [
      "answers that do not vary",
      () =>
        cronbachAlpha([
          [3, 3],
          [3, 3],
        ]),
      null,
    ],
    [
      "no full row",
      () =>
        cronbachAlpha([
          [1, null],
          [null, 2],
        ]),
      null,
    ],
    [
      "NaN",
      () =>
        cronbachAlpha([
          [1, none],
          [1, 2],
        ]),
      "not_a_number",
    ],
    ["rows of other lengths", () => cronbachAlpha([[1, 2], [1]]), "lengths_differ"],
  ],
  reachBounds: [
    ["no channels", () => reachBounds([]), null],
    ["a negative reach", () => reachBounds([-0.1]), "not_a_fraction"],
    ["more than the universe", () => reachBounds([1.1]), "not_a_fraction"],
    ["NaN", () => reachBounds([none]), "not_a_number"],
    ["an overlap larger than a channel", () => reachBounds([0.1, 0.5], { "0-1": 0.2 }), "contradictory"],
  ],
  groupTimeEffects: [
    ["no units", () => groupTimeEffects([]), { cells: [], absent: "no_units" }],
    [
      "one period",
      () => groupTimeEffects([{ unit: "a", period: 1, outcome: 1, firstTreated: 0 }]),
      { cells: [], absent: "one_period" },
    ],
    ["no treated", () => groupTimeEffects(unit("a", 0, [0, 1])), { cells: [], absent: "no_treated" }],
    ["no controls", () => groupTimeEffects(treated), { cells: [], absent: "no_controls" }],
    [
      "gaps in every unit",
      () => groupTimeEffects([...treated.slice(1), ...unit("b", 0, [1])]),
      { cells: [], absent: "no_units" },
    ],
    ["NaN", () => groupTimeEffects(unit("a", 2, [0, none])), "not_a_number"],
    ["a unit twice in a period", () => groupTimeEffects([...treated, ...treated]), "duplicate"],
  ],
  aggregateEffects: [
    ["no units", () => aggregateEffects(groupTimeEffects([]), "simple"), null],
    ["no treated", () => aggregateEffects(groupTimeEffects(unit("a", 0, [0, 1])), "dynamic"), null],
    ["no controls", () => aggregateEffects(groupTimeEffects(treated), "group"), null],
    ["an unknown kind", () => aggregateEffects(groupTimeEffects(treated), "yearly" as never), "unknown_option"],
  ],
  minimumDetectableEffect: [
    ["no standard error", () => minimumDetectableEffect(null), null],
    ["a standard error of 0", () => minimumDetectableEffect(0), null],
    ["a negative one", () => minimumDetectableEffect(-1), "negative"],
    ["NaN", () => minimumDetectableEffect(none), "not_a_number"],
  ],
  haversineKm: [
    ["the same place", () => haversineKm({ lat: 51, lon: 4 }, { lat: 51, lon: 4 }), 0 as never],
    ["a place beyond the pole", () => haversineKm({ lat: 91, lon: 4 }, { lat: 51, lon: 4 }), "out_of_range"],
    ["NaN", () => haversineKm({ lat: none, lon: 4 }, { lat: 51, lon: 4 }), "not_a_number"],
    ["a negative radius", () => haversineKm({ lat: 51, lon: 4 }, { lat: 51, lon: 4 }, -1), "not_positive"],
  ],
  assignLecturers: [
    ["no requests", () => assignLecturers([], [slot]), { pairs: [], unmatched: [], km: 0 }],
    ["no lecturers", () => assignLecturers([request], []), { pairs: [], unmatched: [{ requestId: "r" }], km: 0 }],
    ["nobody's place", () => assignLecturers([{ ...request, place: null }], [slot]), { pairs: [], km: 0 }],
    ["a request twice", () => assignLecturers([request, request], [slot]), "duplicate"],
    ["a negative price", () => assignLecturers([request], [slot], { loadKm: -1 }), "negative"],
    [
      "a place that is NaN",
      () => assignLecturers([{ ...request, place: { lat: none, lon: 4 } }], [slot]),
      "not_a_number",
    ],
  ],
  schoolYearOf: [
    ["an empty text", () => schoolYearOf(""), "not_a_date"],
    ["30 February", () => schoolYearOf("2024-02-30"), "not_a_date"],
  ],
  teachingDays: [
    ["an empty text", () => teachingDays(""), "not_a_school_year"],
    ["two years apart", () => teachingDays("2024-2026"), "not_a_school_year"],
  ],
  isoWeek: [["an empty text", () => isoWeek(""), "not_a_date"]],
};

describe.each(Object.entries(cases))("%s", (_, situations) => {
  it.each(situations)("given %s, answers as it documents", (_given, call, comes) => {
    if (typeof comes === "string") expectFault(call, comes);
    else if (comes !== null && typeof comes === "object") expect(call()).toMatchObject(comes);
    else expect(call()).toBe(comes);
  });
});

describe("distributions", () => {
  const all = Object.entries(distributions) as [string, (...values: number[]) => number][];
  it.each(all)("%s refuses NaN by name", (_, distribution) => {
    expectFault(() => distribution(none, none, none, none), "not_a_number");
  });
});

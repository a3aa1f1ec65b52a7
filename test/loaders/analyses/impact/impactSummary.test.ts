import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimatesOf } from "../../../../loaders/analyses/impact/impactEstimates.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { createRandom } from "../../../../sample/generate/random.ts";
import { impactWarehouse, replaceRows, type SchoolYears, tablesOf } from "./impactWarehouse.ts";

const TWO = ["2023-2024", "2024-2025"] as const;
const school = (i: number, girls: [number, number | null], more: Partial<SchoolYears> = {}): SchoolYears => ({
  ...{ id: String(20_001 + i), girls: Object.fromEntries(TWO.map((year, k) => [year, girls[k] ?? null])), ...more },
});
const several = (count: number, from: number, one: (i: number) => SchoolYears) =>
  Array.from({ length: count }, (_, i) => one(from + i));
const treated = (count: number) =>
  several(count, 0, (i) => school(i, [20, i % 2 ? 31 : 29], { lecture: "2024-03-01" }));
const controls = (count: number) => several(count, 50, (i) => school(i, [20, 25]));

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = (await impactWarehouse({})).warehouse;
});
afterAll(() => warehouse.close());

const summaryOf = async (schools: SchoolYears[]) => {
  await replaceRows(warehouse, tablesOf(schools));
  const [summary = [], effects = [], events = []] = await Promise.all(
    ["impact_summary", "impact_effects", "impact_event_study"].map((table) =>
      warehouse.rows(`from analyses.${table} order by all nulls first`),
    ),
  );
  return { summary, effects, events };
};

describe("the impact of lectures on twenty schools and two counts", () => {
  it("is the change of schools reached beyond that of others, with its error, and what a pupil who was there must gain", async () => {
    const leftOut = [school(90, [20, null]), school(91, [0, 0], { stem: 0 })];
    const { summary, effects, events } = await summaryOf([...treated(10), ...controls(10), ...leftOut]);
    const [byPupils, bySchools] = summary;
    // (31 + 29)/2 − 20 against 25 − 20 of 100; errors of 1 in ten schools: √(10 × 0.01²)/10
    const figures = {
      ...{ outcome: "girls_share_in_stem", schools: 22, usable_schools: 20, left_out_not_every_year: 1 },
      ...{ left_out_no_stem_or_no_girls: 1, left_out_treated_from_start: 0, treated: 10, controls: 10 },
      ...{ is_published: true, exposed_share: 0.1, pre_trend_p: null, pre_trend_mde: null, reason: null },
    };
    expect(bySchools).toMatchObject({ ...figures, weighting: "schools" });
    expect(byPupils).toMatchObject({ ...figures, weighting: "pupils" });
    const se = 0.01 / Math.sqrt(10);
    for (const row of [bySchools, byPupils]) {
      expect(row?.usable_share).toBeCloseTo(20 / 22, 12);
      expect(row?.att).toBeCloseTo(0.05, 12);
      expect(row?.se).toBeCloseTo(se, 12);
      expect(row?.lower).toBeCloseTo(0.05 - 1.959964 * se, 8);
      expect(row?.mde).toBeCloseTo(2.801585 * se, 8);
      expect(row?.individual_mde).toBeCloseTo(28.01585 * se, 7);
    }
    expect(
      effects
        .filter(({ outcome, weighting }) => outcome === "girls_share_in_stem" && weighting === "schools")
        .map(({ aggregate, key }) => [aggregate, key]),
    ).toEqual([
      ["calendar", null],
      ["calendar", 2025],
      ["dynamic", null],
      ["dynamic", -1],
      ["dynamic", 0],
      ["group", null],
      ["group", 2025],
      ["simple", null],
    ]);
    expect(events[0]).toMatchObject({ event_time: -1, is_base: true, att: 0, se: 0, band_lower: 0, band_upper: 0 });
    expect(events[1]).toMatchObject({ event_time: 0, is_base: false, reason: null });
  });

  it.each([
    ["those of both school years in stage 2", 20, 30, (20 + 50) / 400],
    ["never more than the pupils counted", 190, 30, (190 + 200) / 400],
  ])("counts as exposed the students at lectures outside stage 3: %s", async (_, first, second, share) => {
    const girls = { "2022-2023": 20, "2023-2024": 22, "2024-2025": 25 };
    const lectures = [
      { held_on: "2023-03-01", students: first },
      { held_on: "2024-03-01", students: second },
      { held_on: "2023-03-01", students: 60, stage: "3" as const },
    ];
    const reached = several(10, 0, (i) => school(i, [0, 0], { girls, lectures }));
    const { summary } = await summaryOf([...reached, ...several(10, 50, (i) => school(i, [0, 0], { girls }))]);
    expect(summary.map(({ exposed_share }) => exposed_share)).toEqual(Array(4).fill(share));
  });

  const cases: [what: string, schools: SchoolYears[], reason: string][] = [
    ["without enrolments by school", [], "no_school_counts"],
    [
      "where no school was counted every year",
      [school(0, [20, null]), school(1, [20, 20], { stem: 0 })],
      "no_usable_schools",
    ],
    ["where no lecture was held", controls(20), "no_treated_schools"],
    [
      "where all lectures were for pupils of stage 3, who had chosen",
      treated(20).map((one) => ({ ...one, lectures: [{ held_on: "2024-03-01", stage: "3" as const }] })),
      "no_treated_schools",
    ],
    ["where every school had its lecture at once", treated(20), "no_control_schools"],
    ["with nine schools reached", [...treated(9), ...controls(10)], "few_treated_schools"],
    ["with nine schools to compare with", [...treated(10), ...controls(9)], "few_control_schools"],
    [
      "with a single count",
      [...treated(10), ...controls(10)].map((one) => ({ ...one, girls: { "2024-2025": 25 } })),
      "one_year",
    ],
  ];
  it.each(cases)("has no figure, with the reason, %s", async (_, schools, reason) => {
    const { summary, effects, events } = await summaryOf(schools);
    expect(summary.map((row) => [row.is_published, row.att, row.mde, row.reason])).toEqual(
      Array(4).fill([false, null, null, reason]),
    );
    const told = reason === "no_school_counts" ? "no_usable_schools" : reason;
    expect(effects.map((row) => [row.att, row.reason])).toEqual(Array(16).fill([null, told]));
    expect(events.map((row) => [row.att, row.pre_trend_p, row.reason])).toEqual(Array(4).fill([null, null, told]));
  });
});

describe("estimatesOf(years)", () => {
  const random = createRandom("placebo");
  const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
  const placebo = Array.from({ length: 90 }, (_, i) => {
    const level = 0.2 + 0.3 * random.next();
    const first_treated = [2022, 2023, null][i % 3] ?? null;
    return YEARS.map((year) => ({
      ...{ year, school_id: String(i), site_id: "1", nis: String(i % 40), first_treated },
      ...{ girls_in_stem: Math.round(random.normal(50 * level, 3)), pupils_in_stem: 50, girls: 60, pupils: 120 },
      ...{ baseline_pupils: 120, student_contacts: 0 },
    }));
  }).flat();

  it("finds nothing where lectures do nothing", () => {
    for (const { effects, dynamic, reason } of estimatesOf(placebo)) {
      expect(reason).toBeNull();
      expect(effects.units).toBe(90);
      const { att = 1, se } = dynamic?.overall ?? {};
      expect(Math.abs(att)).toBeLessThan(1.96 * (se ?? 0));
    }
  });

  it("says nothing where a comparison rests on fewer than five schools", () => {
    const few = placebo.map((one) =>
      one.first_treated === 2023 && Number(one.school_id) > 12 ? { ...one, first_treated: 2022 } : one,
    );
    expect(new Set(estimatesOf(few).map(({ reason, dynamic }) => [reason, dynamic].join()))).toEqual(
      new Set(["small_school_groups,"]),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimatesOf } from "../../../../loaders/analyses/impact/impactEstimates.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { createRandom } from "../../../../sample/generate/random.ts";
import { impactWarehouse, replaceRows, type SchoolYears, tablesOf } from "./impactWarehouse.ts";

const TWO = ["2023-2024", "2024-2025"] as const;
const school = (i: number, girls: [number | null, number | null], more: Partial<SchoolYears> = {}): SchoolYears => ({
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
      ...{ left_out_no_denominator: 1, left_out_treated_from_start: 0, treated: 10, controls: 10 },
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

  // ten reached schools begin with STEM: none, then 8 of their 40 girls; ten more and the others keep 8 of 40
  const steady = { girls: { "2023-2024": 8, "2024-2025": 8 }, stem: 20, otherGirls: 32 };
  const lecture = "2024-03-01";
  const began = several(10, 0, (i) => ({
    ...school(i, [0, 8], { lecture, stem: { "2023-2024": 0, "2024-2025": 20 } }),
    otherGirls: 32,
  }));
  // at the first count they have 32 girls in all, at the second 40: 0 of 32 becomes 8 of 40
  const schoolsThatBegin = [
    ...began,
    ...several(10, 20, (i) => school(i, [8, 8], { ...steady, lecture })),
    ...several(10, 50, (i) => school(i, [8, 8], steady)),
  ];

  it("counts a school reached that goes from no STEM at all to 8 of its 40 girls: half of the schools gain 0.20, all of them 0.10", async () => {
    const { summary } = await summaryOf(schoolsThatBegin);
    const bySchools = summary.filter(({ weighting }) => weighting === "schools");
    expect(bySchools.map((row) => [row.outcome, row.usable_schools, row.left_out_no_denominator])).toEqual([
      ["girls_share_in_stem", 20, 10],
      ["girls_stem_participation", 30, 0],
      ["has_stem_pupils", 30, 0],
    ]);
    // the share speaks of schools that had STEM already; that half of those reached began stands apart
    const atts = bySchools.map(({ att }) => Number(att));
    for (const [i, att] of [0, 0.1, 0.5].entries()) expect(atts[i]).toBeCloseTo(att, 12);
    expect(bySchools.map(({ treated, reason }) => [treated, reason])).toEqual([
      [10, null],
      [20, null],
      [20, null],
    ]);
    expect(
      await warehouse.rows(
        "select arm, schools, without_stem, began_stem, stopped_stem from analyses.impact_attrition",
      ),
    ).toEqual([
      { arm: "reached", schools: 20, without_stem: 10, began_stem: 10, stopped_stem: 0 },
      { arm: "others", schools: 10, without_stem: 0, began_stem: 0, stopped_stem: 0 },
    ]);
  });

  it("keeps a school that never has STEM as one with no girl in it", async () => {
    const never = several(10, 80, (i) => school(i, [0, 0], { stem: 0 }));
    const { summary } = await summaryOf([...treated(10), ...never]);
    // 20 of 80 becomes 30 of 90 on average of 29 and 31; those without STEM stay at 0
    const row = summary.find((one) => one.outcome === "girls_stem_participation" && one.weighting === "schools");
    expect(row?.att).toBeCloseTo((29 / 89 + 31 / 91) / 2 - 0.25, 12);
    expect(summary.find(({ outcome }) => outcome === "girls_share_in_stem")).toMatchObject({
      ...{ reason: "no_control_schools", left_out_no_denominator: 10 },
    });
    expect(summary.find(({ outcome }) => outcome === "has_stem_pupils")?.reason).toBe("few_schools_changed");
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
    expect(summary.map(({ exposed_share }) => exposed_share)).toEqual(Array(6).fill(share));
  });

  const cases: [what: string, schools: SchoolYears[], reason: string][] = [
    ["without enrolments by school", [], "no_school_counts"],
    ["where no school was counted every year", [school(0, [20, null]), school(1, [null, 20])], "no_usable_schools"],
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
      Array(6).fill([false, null, null, reason]),
    );
    const told = reason === "no_school_counts" ? "no_usable_schools" : reason;
    expect(effects.map((row) => [row.att, row.reason])).toEqual(Array(24).fill([null, told]));
    expect(events.map((row) => [row.att, row.pre_trend_p, row.reason])).toEqual(Array(6).fill([null, null, told]));
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
    for (const { effects, dynamic, reason } of estimatesOf(placebo).filter(
      ({ outcome }) => outcome !== "has_stem_pupils",
    )) {
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

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchmarkBackTest } from "../../../../loaders/analyses/lectures/benchmarkBackTest.ts";
import { benchmarkForecast } from "../../../../loaders/analyses/lectures/benchmarkForecast.ts";
import { BENCHMARKS, benchmarkYears } from "../../../../loaders/analyses/lectures/benchmarkYears.ts";
import { registrationDelays } from "../../../../loaders/analyses/lectures/registrationDelays.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import { createSchema } from "../../../../loaders/models/schema.ts";
import { openWarehouse, type Warehouse } from "../../../../loaders/warehouse.ts";
import { makeAnnotations } from "../../../../sample/generate/annotations.ts";
import { AS_OF, schoolYearOf } from "../../../../sample/generate/calendar.ts";
import { makeLecturers } from "../../../../sample/generate/lectures/lecturers.ts";
import { makeLectures } from "../../../../sample/generate/lectures/lectures.ts";
import { makeSchools } from "../../../../sample/generate/lectures/schools.ts";
import { trueShareElapsed } from "../../../../sample/generate/lectures/trueSeason.ts";
import { makeTargets } from "../../../../sample/generate/targets.ts";
import { seasonalProfile } from "../../../../statistics/pace/seasonalProfile.ts";

const schools = makeSchools();
const tables = {
  schools: schools.map((school) => ({ ...school })),
  lectures: makeLectures(schools, makeLecturers()),
  annotations: makeAnnotations(),
  targets: makeTargets(),
};

/** The lectures of the sample as they stood on a day, with the real calendar, and the analyses of the benchmarks. */
async function asOn(day: string): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:");
  const parameters = { as_of: day, load_id: "sample", is_synthetic: true, thresholds: defaultThresholds };
  await createSchema(warehouse, parameters, "reference");
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, "VARCHAR"]));
    await warehouse.run(`insert into raw.${table} by name select unnest(from_json($1, $2), recursive := true)`, [
      JSON.stringify(rows),
      JSON.stringify([columns]),
    ]);
  }
  await runModels(warehouse);
  await createCatalogue(warehouse);
  const context = { warehouse, asOf: day, schoolYear: schoolYearOf(day), thresholds: defaultThresholds };
  for (const analysis of [registrationDelays, benchmarkForecast, benchmarkBackTest]) await store(analysis, context);
  return warehouse;
}

describe("the benchmarks of the sample", () => {
  let today: Warehouse;
  beforeAll(async () => {
    today = await asOn(AS_OF);
  });
  afterAll(() => today.close());

  it("were forecast in past years so that the 80 % interval held the true total in 65 to 95 % of the cases", async () => {
    const all = await today.rows<{ indicator_id: string; coverage: number; cases: number }>(
      "from analyses.benchmark_back_test where month is null and programme is null",
    );
    expect(all.map(({ indicator_id }) => indicator_id)).toEqual(BENCHMARKS);
    for (const { coverage, cases } of all) {
      expect(cases).toBe(100);
      expect(coverage).toBeGreaterThanOrEqual(0.65);
      expect(coverage).toBeLessThanOrEqual(0.95);
    }
  });

  it("were forecast better than by a straight line, in every month", async () => {
    const months = await today.rows(
      "select * from analyses.benchmark_back_test where month is not null and programme is null",
    );
    expect(months).toHaveLength(40);
    const worse = await today.rows(
      "from analyses.benchmark_back_test where programme is null and (score >= score_of_line or error >= error_of_line)",
    );
    expect(worse).toEqual([]);
  });

  it("leave out the years in which schools were closed", async () => {
    const years = await today.rows(
      "select distinct past_years from analyses.benchmark_forecast where programme is null",
    );
    expect(years).toEqual([{ past_years: "2018-2019, 2021-2022, 2022-2023, 2023-2024, 2024-2025" }]);
  });

  it("follow the built-in season: the profile is never more than 5 percentage points from it", async () => {
    const past = (await benchmarkYears(today)).get("lectures_count")?.past ?? [];
    const profile = seasonalProfile(past.map(({ daily }) => daily));
    const truth = trueShareElapsed("2025-2026");
    const apart = truth.map((share, day) => Math.abs(share - (profile?.at((day + 1) / truth.length) ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(0.05);
  });

  it("reached the totals that were expected a year before", async () => {
    const then = await asOn("2025-02-28");
    const forecasts = await then.rows<{ indicator_id: string; value: number; lower_95: number; upper_95: number }>(
      "from analyses.benchmark_forecast where programme is null",
    );
    const totals = await today.rows<{ indicator_id: string; value: number }>(
      "select indicator_id, value::double as value from marts.benchmark_progress where programme is null and school_year = '2024-2025'",
    );
    for (const { indicator_id, value, lower_95, upper_95 } of forecasts) {
      const total = totals.find((row) => row.indicator_id === indicator_id)?.value ?? 0;
      expect(value).toBeLessThan(total);
      expect(lower_95).toBeLessThanOrEqual(total);
      expect(upper_95).toBeGreaterThanOrEqual(total);
    }
    then.close();
  });
});

describe("late registration in the sample", () => {
  /** Nine in ten lectures are registered 0 to 12 days after the day, the others 15 to 60 days after it, evenly. */
  const truth = (days: number) =>
    (0.9 * Math.min(days + 1, 13)) / 13 + (0.1 * Math.max(0, Math.min(days, 60) - 14)) / 46;

  it("is found again as it was built in, within 3 percentage points", async () => {
    const today = await asOn(AS_OF);
    const rows = await today.rows<{ days: number; share: number }>("from analyses.registration_delays order by days");
    today.close();
    expect(rows.map(({ days }) => days)).toEqual([0, 7, 14, 30, 60, 90]);
    for (const { days, share } of rows) expect(Math.abs(share - truth(days))).toBeLessThan(0.03);
  });

  it("tells in replays how many lectures had been held, within the 80 % interval mostly, and nearer than the raw count", async () => {
    const days = ["2022-12-01", "2023-03-01", "2023-12-01", "2024-03-01", "2024-05-02", "2025-03-02"];
    const replays: Record<"value" | "held" | "held_lower" | "held_upper" | "truth", number>[] = [];
    for (const day of days) {
      const warehouse = await asOn(day);
      const [found] = await warehouse.rows<{ value: number; held: number; held_lower: number; held_upper: number }>(
        "select value, held, held_lower, held_upper from analyses.benchmark_forecast where indicator_id = 'lectures_count'",
      );
      warehouse.close();
      if (!found) throw new Error("no forecast");
      const held = tables.lectures.filter(
        ({ status, held_on }) =>
          status === "held" && String(held_on) <= day && schoolYearOf(String(held_on)) === schoolYearOf(day),
      ).length;
      replays.push({ ...found, truth: held });
    }
    const within = replays.filter(({ truth, held_lower, held_upper }) => held_lower <= truth && truth <= held_upper);
    expect(within.length).toBeGreaterThanOrEqual(4);
    const missed = (of: "value" | "held") =>
      replays.reduce((sum, replay) => sum + Math.abs(replay[of] - replay.truth), 0);
    expect(missed("held")).toBeLessThan(missed("value") / 2);
    for (const { value, truth } of replays) expect(value).toBeLessThanOrEqual(truth);
  });
});

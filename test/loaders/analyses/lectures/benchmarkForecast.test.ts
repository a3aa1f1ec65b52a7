import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchmarkForecast } from "../../../../loaders/analyses/lectures/benchmarkForecast.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { emptyWarehouse, fixtureWarehouse } from "../../models/fixtureWarehouse.ts";

type Row = Record<string, number | string | null>;
const withoutFigures = { mean: null, lower: null, upper: null, probability: null, share_elapsed: null, clumping: null };

/** The rows of the forecast, by indicator. */
async function forecasts(warehouse: Warehouse, schoolYear = "2025-2026"): Promise<Record<string, Row>> {
  await createCatalogue(warehouse);
  await store(benchmarkForecast, { warehouse, asOf: "2025-09-03", schoolYear, thresholds: defaultThresholds });
  const rows = await warehouse.rows<Row>("from analyses.benchmark_forecast where programme is null");
  return Object.fromEntries(rows.map((row) => [row.indicator_id, row]));
}

/** The same after a change that is undone. */
async function changed(warehouse: Warehouse, change: string, schoolYear?: string): Promise<Record<string, Row>> {
  await warehouse.run("begin transaction");
  try {
    await warehouse.run(change);
    return await forecasts(warehouse, schoolYear);
  } finally {
    await warehouse.run("rollback");
  }
}

describe("benchmark_forecast", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await fixtureWarehouse();
    await runModels(warehouse);
  });
  afterAll(() => warehouse.close());

  it("is worked out by hand for two past years of 4 and 5 lectures, 2 and 3 of them by the third of five days", async () => {
    const { lectures_count } = await forecasts(warehouse);
    // no two lectures in a school on one day: not clumped; mean 4.5, and the shape of few years is 4
    const [shape, rate, countSoFar] = [4, 4 / 4.5, 3];
    const move = 0.05 * Math.sqrt(3) * (1.376381920471173 / 0.8416212335729143);
    const shares = [0.55 - move, 0.55 + move];
    const means = shares.map((share) => 3 + ((shape + countSoFar) * (1 - share)) / (rate + share));
    const reached = shares.map((share) => {
      const p = (rate + share) / (rate + 1);
      return 1 - p ** 7 * (1 + 7 * (1 - p) + 28 * (1 - p) ** 2);
    });
    expect(lectures_count).toMatchObject({
      ...{ value: 3, teaching_day: 3, teaching_days: 5, target: 6, required_pace: 1.5, reason: null },
      ...{ past_years: "2022-2023, 2024-2025", past_years_count: 2, clumping: 1 },
    });
    expect(lectures_count?.shape).toBeCloseTo(shape, 9);
    expect(lectures_count?.rate).toBeCloseTo(rate, 9);
    expect(lectures_count?.share_elapsed).toBeCloseTo(5 / 9, 9);
    expect(lectures_count?.mean).toBeCloseTo((means[0] ?? 0) / 2 + (means[1] ?? 0) / 2, 9);
    expect(lectures_count?.probability).toBeCloseTo((reached[0] ?? 0) / 2 + (reached[1] ?? 0) / 2, 9);
  });

  it("nests its intervals, from the count so far on", async () => {
    for (const row of Object.values(await forecasts(warehouse))) {
      const ends = [row.value, row.lower_95, row.lower, row.upper, row.upper_95] as number[];
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      expect(row.mean).toBeGreaterThan(Number(row.lower) - 1);
      expect(row.mean).toBeLessThan(Number(row.upper) + 1);
    }
  });

  it("counts student contacts in clumps: their variance over their mean by school and day", async () => {
    const { student_contacts_count } = await forecasts(warehouse);
    const counts = [20, 30, 10, 40, 25, 25, 20, 10, 20];
    // two schools on five days, then three schools on five days
    const [cells, mean] = [25, 200 / 25];
    const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) + (cells - counts.length) * mean ** 2;
    expect(student_contacts_count?.clumping).toBeCloseTo(squares / (cells - 1) / mean, 9);
  });

  it("gives no chance and no pace where no benchmark was set, or none to reach", async () => {
    const none = { target: null, probability: null, required_pace: null, pace_reason: "no_target", reason: null };
    expect((await forecasts(warehouse)).teachers_count).toMatchObject({ ...none, value: 2 });
    const { lectures_count } = await changed(warehouse, "update marts.benchmark_progress set direction = 'down'");
    expect(lectures_count).toMatchObject(none);
    expect(lectures_count?.mean).toBeGreaterThan(3);
  });

  it("asks no pace of a year that is over", async () => {
    const { lectures_count } = await changed(
      warehouse,
      "update marts.benchmark_progress set teaching_day = teaching_days",
    );
    expect(lectures_count).toMatchObject({ value: 3, target: 6, probability: 0, required_pace: null });
    expect(lectures_count?.pace_reason).toBe("no_teaching_day_left");
  });

  it("is certain of a benchmark that was reached", async () => {
    const { lectures_count } = await changed(warehouse, "update marts.benchmark_progress set target = 2.5");
    expect(lectures_count).toMatchObject({ probability: 1, required_pace: 0 });
  });

  it("says why there is no forecast", async () => {
    const faults = {
      too_few_past_years: "delete from marts.lecture_days where school_year = '2022-2023'",
      no_teaching_day_yet: "delete from marts.benchmark_progress where is_current_year",
    };
    for (const [reason, fault] of Object.entries(faults))
      for (const row of Object.values(await changed(warehouse, fault)))
        expect(row).toMatchObject({ ...withoutFigures, reason });
    const elsewhere = await changed(
      warehouse,
      "delete from marts.benchmark_progress where is_current_year",
      "2099-2100",
    );
    expect(elsewhere.lectures_count).toMatchObject({ ...withoutFigures, reason: "no_school_calendar" });
  });

  it("expects nothing of a school year of which no lecture was registered yet", async () => {
    const none = "update marts.benchmark_progress set value = 0 where is_current_year";
    for (const row of Object.values(await changed(warehouse, none)))
      expect(row).toMatchObject({ mean: null, lower: null, probability: null, reason: "nothing_this_year" });
  });

  it("leaves out a past year in which nothing was counted", async () => {
    const { teachers_count, lectures_count } = await changed(
      warehouse,
      "update marts.lecture_days set teachers_count = 0 where school_year = '2024-2025'",
    );
    expect(teachers_count).toMatchObject({ ...withoutFigures, past_years_count: 1, reason: "too_few_past_years" });
    expect(lectures_count?.reason).toBeNull();
  });

  it("refuses a count that falls, and says so", async () => {
    const { lectures_count } = await changed(
      warehouse,
      "update marts.lecture_days set lectures_count = 0 where school_year = '2024-2025' and teaching_day = 4",
    );
    expect(lectures_count).toMatchObject({ ...withoutFigures, reason: "not_computable" });
  });

  it("has its four rows in an empty warehouse", async () => {
    const empty = await emptyWarehouse();
    await runModels(empty);
    const rows = Object.values(await forecasts(empty));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject({ ...withoutFigures, value: null, reason: "no_rows" });
    empty.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchmarkBackTest } from "../../../../loaders/analyses/lectures/benchmarkBackTest.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { paceForecast } from "../../../../statistics/pace/paceForecast.ts";
import { fixtureWarehouse } from "../../models/fixtureWarehouse.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
type Row = Record<string, number | string | null>;

async function backTest(warehouse: Warehouse, change?: string): Promise<Row[]> {
  const context = { warehouse, asOf: "2025-09-03", schoolYear: "2025-2026", thresholds: defaultThresholds };
  await warehouse.run("begin transaction");
  try {
    if (change) await warehouse.run(change);
    await createCatalogue(warehouse);
    await store(benchmarkBackTest, context);
    return await warehouse.rows<Row>(
      "select * exclude as_of from analyses.benchmark_back_test where programme is null",
    );
  } finally {
    await warehouse.run("rollback");
  }
}

describe("benchmark_back_test", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await fixtureWarehouse();
    await runModels(warehouse);
  });
  afterAll(() => warehouse.close());
  const reopened = "update marts.lecture_days set is_closure_year = false";

  it("forecasts each past year from the others at 20 dates, and groups them by month", async () => {
    const rows = (await backTest(warehouse, reopened)).filter((row) => row.indicator_id === "lectures_count");
    const [all, september] = rows;
    const years = [
      [1, 1, 0, 1, 1],
      [1, 0, 0, 1],
      [1, 0, 2, 1, 1],
    ];
    const errors = years.flatMap((daily, year) =>
      Array.from({ length: 20 }, (_, index) => Math.round(((index + 1) / 21) * daily.length))
        // a straight line needs a day at least
        .filter((day) => day > 0)
        .map((day) => {
          const others = years.filter((_, other) => other !== year);
          const countSoFar = sum(daily.slice(0, day));
          const forecast = paceForecast(others, { countSoFar, partOfDays: day / daily.length, target: 0 });
          return Math.abs((forecast?.mean ?? 0) - sum(daily)) / sum(daily);
        }),
    );
    expect(rows.map(({ month }) => month)).toEqual([null, "09"]);
    expect(all).toMatchObject({ years: 3, cases: errors.length, covered: september?.covered, reason: null });
    expect(all?.coverage).toBe(Number(all?.covered) / errors.length);
    expect(all?.error).toBeCloseTo(sum(errors) / errors.length, 9);
  });

  it("has no error left when the year is over", async () => {
    const rows = await backTest(
      warehouse,
      `update marts.lecture_days set is_closure_year = false;
       delete from marts.lecture_days where teaching_day > 1 and not is_current_year`,
    );
    const lectures = rows.find((row) => row.indicator_id === "lectures_count");
    expect(lectures).toMatchObject({ years: 3, coverage: 1, error: 0, error_of_line: 0, score: 0, score_of_line: 0 });
  });

  it("says that two past years are too few", async () => {
    for (const row of await backTest(warehouse))
      expect(row).toMatchObject({ month: null, cases: 0, covered: null, error: null, reason: "too_few_years_to_test" });
  });

  it("says so for each benchmark where no lecture was loaded", async () => {
    const change = "delete from marts.lecture_days; delete from marts.school_lecture_days";
    expect((await backTest(warehouse, change)).map(({ reason }) => reason)).toEqual(
      Array(4).fill("too_few_years_to_test"),
    );
  });
});

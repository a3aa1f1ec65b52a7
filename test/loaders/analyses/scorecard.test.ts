import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchmarkForecast } from "../../../loaders/analyses/lectures/benchmarkForecast.ts";
import { scorecard } from "../../../loaders/analyses/scorecard.ts";
import { shareForecast } from "../../../loaders/analyses/shareForecast.ts";
import { createCatalogue, store } from "../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { fixtureWarehouse } from "../models/fixtureWarehouse.ts";

type Row = Record<string, number | string | boolean | null>;

async function scores(warehouse: Warehouse, { probability = 0.8, change = "select 1" } = {}): Promise<Row[]> {
  const on_course_probability = { value: probability, source: "test" };
  const thresholds = { ...defaultThresholds, on_course_probability };
  const context = { warehouse, asOf: "2025-09-03", schoolYear: "2025-2026", thresholds };
  await warehouse.run("begin transaction");
  try {
    await createCatalogue(warehouse);
    await store(benchmarkForecast, context);
    await store(shareForecast, context);
    await warehouse.run(change);
    await store(scorecard, context);
    return await warehouse.rows<Row>("from analyses.scorecard");
  } finally {
    await warehouse.run("rollback");
  }
}
const of = (rows: Row[], id: string) =>
  rows.find(({ indicator_id, programme }) => indicator_id === id && programme === null);

describe("scorecard", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await fixtureWarehouse();
    await runModels(warehouse);
  });
  afterAll(() => warehouse.close());

  it("puts the forecast and the same teaching day last year beside a count", async () => {
    const chance = (years: number) =>
      `update analyses.benchmark_forecast set probability = 0.9, past_years_count = ${years}`;
    const rows = await scores(warehouse, { change: chance(3) });
    expect(of(rows, "lectures_count")).toMatchObject({
      ...{ period: "2025-2026", value: 3, target: 6, last_value: 3, is_same_day: true },
      ...{ probability: 0.9, no_forecast: null, status: "on_course", reason: null },
    });
    expect(of(rows, "lectures_count")?.expected).toBeGreaterThan(3);
    // two past years hardly show how far years lie apart: the chance stands there, and decides nothing
    const two = of(await scores(warehouse, { change: chance(2) }), "lectures_count");
    expect(two).toMatchObject({ probability: 0.9, past_years_count: 2, status: "uncertain" });
  });

  it("lays no sum over part of a school year beside that of a whole one", async () => {
    const change = `insert into indicators.observations by name
      select * replace ('2025-2026' as period) from indicators.observations where indicator_id = 'in_kind_value_eur' and phase = 'received'`;
    const rows = await scores(warehouse, { change });
    expect(of(rows, "in_kind_value_eur")).toMatchObject({
      period: "2025-2026",
      last_value: null,
      last_reason: "running_year",
    });
    expect(of(rows, "lectures_count")).toMatchObject({ last_value: 3, last_reason: null });
  });

  it("lays a year that is over beside the whole year before, not beside its same day", async () => {
    const change = "delete from indicators.observations where period = '2025-2026'";
    const row = of(await scores(warehouse, { change }), "lectures_count");
    // 5 lectures in 2024-2025; 2023-2024 is not in the fixture with lectures, 2022-2023 had 4
    expect(row).toMatchObject({ period: "2024-2025", value: 5, is_same_day: false });
    expect(row?.last_value).toBe(row?.last_total);
  });

  it("takes no school year to come for the latest", async () => {
    const change = `insert into indicators.observations by name
      select * replace ('2026-2027' as period, 0 as value) from indicators.observations where indicator_id = 'lectures_count' and period = '2025-2026'`;
    expect(of(await scores(warehouse, { change }), "lectures_count")).toMatchObject({ period: "2025-2026", value: 3 });
  });

  it("holds a yearly benchmark against its own year alone", async () => {
    const older = (rest: string) =>
      `delete from staging.stg_targets where indicator_id = 'lectures_count' and period < '2025-2026';
       update staging.stg_targets set period = '2024-2025', target = 1, ${rest} where indicator_id = 'lectures_count'`;
    const standing = async (rest: string) => of(await scores(warehouse, { change: older(rest) }), "lectures_count");
    expect(await standing("target_period = '2024-2025'")).toMatchObject({ target: null, status: "no_target" });
    expect(await standing("target_period = null")).toMatchObject({ target: null, status: "no_target" });
    expect(await standing("target_period = '2030-2031'")).toMatchObject({ target: 1, status: "met" });
    expect(await standing("target_period = '2024-2025', baseline_period = '2010-2011'")).toMatchObject({ target: 1 });
    expect(await standing("direction = 'band', tolerance = 5")).toMatchObject({ target: 1, status: "uncertain" });
  });

  it("lets the threshold decide on the word", async () => {
    const change = "update analyses.benchmark_forecast set probability = 0.9, past_years_count = 3";
    expect(of(await scores(warehouse, { change, probability: 0.95 }), "lectures_count")?.status).toBe("uncertain");
  });

  it("says why a count has no forecast, and is uncertain about it", async () => {
    const change =
      "update analyses.benchmark_forecast set mean = null, lower = null, upper = null, probability = null, reason = 'too_few_past_years'";
    expect(of(await scores(warehouse, { change }), "lectures_count")).toMatchObject({
      ...{ expected: null, probability: null, no_forecast: "too_few_past_years", status: "uncertain", reason: null },
    });
  });

  it("expects nothing of a share: what is short of its target is off course", async () => {
    const change =
      "update staging.stg_targets set period = (select max(period) from indicators.observations where indicator_id = 'girls_share_in_stem'), target = 1 where indicator_id = 'girls_share_in_stem'";
    expect(of(await scores(warehouse, { change }), "girls_share_in_stem")).toMatchObject({
      ...{ expected: null, probability: null, no_forecast: null, is_same_day: false, status: "off_course" },
    });
  });

  it("holds no chance of a target that was set for an earlier year", async () => {
    const change = "update staging.stg_targets set period = '2024-2025' where indicator_id = 'lecturers_count'";
    expect(of(await scores(warehouse, { change }), "lecturers_count")?.probability).toBeNull();
  });

  it("has no rows where nothing was observed", async () => {
    expect(await scores(warehouse, { change: "delete from indicators.observations" })).toEqual([]);
  });
});

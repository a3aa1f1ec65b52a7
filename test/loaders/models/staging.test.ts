import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../../../loaders/contracts/index.ts";
import { runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { fixtureWarehouse } from "./fixtureWarehouse.ts";

let warehouse: Warehouse;
const column = async (sql: string) => (await warehouse.rows(sql)).map((row) => Object.values(row)[0]);

beforeAll(async () => {
  warehouse = await fixtureWarehouse();
  await runModels(warehouse);
});
afterAll(() => warehouse.close());

describe("staging", () => {
  it.each(contracts.map(({ table }) => table))("has one row for each accepted row of %s", async (table) => {
    const [count] = await column(`select count(*) from raw.${table}`);
    expect(count).toBeGreaterThan(0);
    expect(await column(`select count(*) from staging.stg_${table}`)).toEqual([count]);
  });

  it("puts a lecture in the school year from 1 September to 31 August", async () => {
    const years =
      "select school_year from staging.stg_lectures where lecture_id in ('L1', 'L11', 'L12') order by lecture_id";
    expect(await column(years)).toEqual(["2022-2023", "2024-2025", "2025-2026"]);
  });

  it("leaves a lecture without a day without a school year", async () => {
    expect(await column("select school_year from staging.stg_lectures where lecture_id = 'L17'")).toEqual([null]);
  });

  it("takes a blank estimate for a count, and keeps unknown students unknown", async () => {
    const rows = await warehouse.rows(
      "select is_students_estimated, students from staging.stg_lectures where lecture_id in ('L2', 'L15') order by lecture_id desc",
    );
    expect(rows).toEqual([
      { is_students_estimated: false, students: 30 },
      { is_students_estimated: false, students: null },
    ]);
  });

  it("puts content in the school year of its publication, else of its measurement", async () => {
    const years =
      "select distinct school_year from staging.stg_campaign_metrics where content_id in ('v1', 'w1') order by school_year";
    expect(await column(years)).toEqual(["2024-2025", "2025-2026"]);
  });

  it("leaves names of persons and answers in words in raw", async () => {
    const personal =
      "select column_name from duckdb_columns() where schema_name in ('staging', 'marts') and column_name in ('full_name', 'answer_text')";
    expect(await column(personal)).toEqual([]);
  });

  it("gives the shares of goals and reach as fractions, and leaves unknown ones unknown", async () => {
    expect(await column("select target from staging.stg_plan_goals order by goal_id")).toEqual([0.3333, null]);
    expect(await column("select girls_share from staging.stg_channel_reach order by channel desc")).toEqual([
      0.5,
      null,
    ]);
  });

  it("lists a municipality under its present and its former codes", async () => {
    expect(
      await warehouse.rows("select nis, list_sort(all_nis) as all_nis from staging.stg_municipalities order by nis"),
    ).toEqual([
      { nis: "11002", all_nis: ["11002", "11007"] },
      { nis: "21004", all_nis: ["21004"] },
      { nis: "71016", all_nis: ["71016"] },
    ]);
  });

  it("ends a holiday or an annotation of one day on that day", async () => {
    expect(await column("select ends_on from staging.stg_holidays where name = 'one day'")).toEqual(["2022-09-05"]);
  });

  it("tells the models the current school year", async () => {
    expect(await warehouse.rows("from staging.stg_parameters")).toEqual([
      {
        as_of: "2025-09-03",
        registration_days: 14,
        match_days: 30,
        response_rate_low: 0.6,
        wrap_up_days: 30,
        response_days: 30,
        current_school_year: "2025-2026",
      },
    ]);
  });
});

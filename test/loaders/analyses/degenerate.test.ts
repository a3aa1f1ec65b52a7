import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Columns } from "../../../loaders/analyses/analysis.ts";
import { analyses, runAnalyses } from "../../../loaders/analyses/index.ts";
import { REASONS } from "../../../loaders/analyses/reasons.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { runModels } from "../../../loaders/models/models.ts";
import { recordLoad } from "../../../loaders/report/meta.ts";
import type { Row, Warehouse } from "../../../loaders/warehouse.ts";
import { methods } from "../../../src/data/pages/methods.json.ts";
import { fixtureWarehouse } from "../models/fixtureWarehouse.ts";

const YEAR = "2024-2025";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await fixtureWarehouse();
  await recordLoad(warehouse, []);
});
afterAll(() => warehouse.close());

/** Leaves the rows that speak of one school year, and those that speak of none. */
async function keepOneYear(): Promise<void> {
  for (const { table, columns, day } of contracts) {
    if (columns.school_year) await warehouse.run(`delete from raw.${table} where school_year <> '${YEAR}'`);
    if (day)
      await warehouse.run(`delete from raw.${table} where "${day}"::date not between '2024-09-01' and '2025-08-31'`);
  }
}

/** What leaves less and less of the fixtures, each step after the one before. */
const steps: [left: string, leave: () => Promise<void>][] = [
  ["all fixtures", async () => {}],
  ["one school year", keepOneYear],
  ["no targets", () => warehouse.run("delete from raw.targets")],
  ["no lectures and no schools", () => warehouse.run("delete from raw.lectures; delete from raw.schools")],
  [
    "nothing",
    async () => {
      for (const { table } of contracts) await warehouse.run(`delete from raw.${table}`);
    },
  ],
];

/** Of the reason of a row a reader needs words; a row that has none needs at least one figure. */
function wordless(row: Row, columns: Columns): boolean {
  if (row.reason !== null) return !Object.hasOwn(REASONS, String(row.reason));
  const figures = Object.keys(columns).filter((column) => /^(DOUBLE|INTEGER)/.test(String(columns[column])));
  return figures.length > 0 && figures.every((column) => row[column] === null);
}

describe.each(steps)("with %s", (_, leave) => {
  beforeAll(async () => {
    await leave();
    await runModels(warehouse);
    await runAnalyses(warehouse, defaultThresholds);
  });

  it("every analysis has its table and its line in the catalogue", async () => {
    const listed = await warehouse.rows<{ id: string; result_rows: number; reason: string | null }>(
      "select id, result_rows, reason from analyses.catalogue order by rowid",
    );
    expect(listed.map(({ id }) => id)).toEqual(analyses.map(({ id }) => id));
    for (const { id, result_rows, reason } of listed) {
      const rows = await warehouse.rows(`from analyses."${id}"`);
      expect(rows, id).toHaveLength(result_rows);
      if (rows.length === 0) expect(REASONS, id).toHaveProperty(reason ?? "none");
    }
  });

  it("no figure is NaN or infinite, and no row lacks both a figure and a reason", async () => {
    for (const { id, columns } of analyses)
      for (const row of await warehouse.rows(`from analyses."${id}"`)) {
        const odd = Object.values(row).filter((value) => typeof value === "number" && !Number.isFinite(value));
        expect(odd, id).toEqual([]);
        expect(wordless(row, columns), `${id}: ${JSON.stringify(row)}`).toBe(false);
      }
  });

  it("the page on methods takes what there is", async () => {
    expect(methods.schema.safeParse(await methods.load(warehouse)).error?.message).toBeUndefined();
  });
});

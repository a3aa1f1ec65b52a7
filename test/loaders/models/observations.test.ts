import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Indicator } from "../../../loaders/models/indicators.ts";
import { addObservations, createObservations } from "../../../loaders/models/observations.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "./fixtureWarehouse.ts";
import { definition, modelsFolder } from "./folder.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => warehouse.close());

async function observe(type: Indicator["type"], query: string) {
  const denominator = type === "share" || type === "index" ? { nl: "alles", en: "all" } : null;
  const indicator = Indicator.parse({ ...definition, type, denominator });
  await createObservations(warehouse, [indicator]);
  await addObservations(warehouse, indicator, join(modelsFolder({ "indicators/rows_count.sql": query }), "indicators"));
  return warehouse.rows("select period, province, numerator, denominator, value, status from indicators.observations");
}

describe("addObservations", () => {
  it("takes the numerator for a count or money", async () => {
    const query = "select '2024-2025' as period, 12.5 as numerator, null as denominator";
    const row = { period: "2024-2025", province: null, numerator: 12.5, denominator: null, value: 12.5, status: null };
    expect(await observe("money", query)).toEqual([row]);
    expect(await observe("count", query)).toEqual([row]);
  });

  it("divides for a share, and is not available where that cannot be done", async () => {
    const query = `-- a comment on the first line
      select * from (values ('b', 1, 4, 'p'), ('c', 0, 0, 'p'), ('d', 0, null, null), ('e', 0, 3, null))
        as rows(period, numerator, denominator, status)`;
    const rows = await observe("share", query);
    expect(rows.map(({ period, value, status }) => [period, value, status])).toEqual([
      ["b", 0.25, "p"],
      ["c", null, "x"],
      ["d", null, "x"],
      ["e", 0, null],
    ]);
  });

  it("matches columns by name and puts totals before groups", async () => {
    const query = `select denominator, numerator, province, period
      from (values (4, 1, 'Limburg', 'a'), (8, 2, null, 'a')) as rows(denominator, numerator, province, period)`;
    expect(await observe("index", query)).toEqual([
      { period: "a", province: null, numerator: 2, denominator: 8, value: 0.25, status: null },
      { period: "a", province: "Limburg", numerator: 1, denominator: 4, value: 0.25, status: null },
    ]);
  });

  it("refuses a column that it does not know, and a query without one that it needs", async () => {
    await expect(observe("count", "select 1 as period, 1 as numerator, 1 as denominator, 1 as region")).rejects.toThrow(
      "unknown column in indicator rows_count: region",
    );
    await expect(observe("count", "select 1 as period, 1 as numerator")).rejects.toThrow(
      "missing column in indicator rows_count: denominator",
    );
  });
});

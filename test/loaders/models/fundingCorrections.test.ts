import { afterAll, beforeAll, expect, it } from "vitest";
import { runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "./fixtureWarehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => warehouse.close());

/** The public share of cash received from a government and a company, as amounts in euro, and the checks that fail. */
async function shareOf(publicly: number[], privately: number[]) {
  await warehouse.run("delete from raw.funding");
  const entries = [
    ...publicly.map((amount) => ["F1", "public", amount]),
    ...privately.map((amount) => ["F2", "private", amount]),
  ];
  for (const [place, [funder, type, amount]] of entries.entries())
    await warehouse.run(
      `insert into raw.funding (entry_id, school_year, programme, funder_id, funder_name, funder_type, kind, phase, amount_eur)
       values ('B${place}', '2024-2025', 'ovk', '${funder}', '${funder}', '${type}', 'cash', 'received', ${amount})`,
    );
  const { checks } = await runModels(warehouse);
  const rows = await warehouse.rows(
    "select value, numerator, denominator, status from indicators.observations where indicator_id = 'public_share_of_funding'",
  );
  return { rows, failed: checks.filter(({ result }) => result === "fail").map(({ id }) => id) };
}

const NONE = { value: null, numerator: null, denominator: null, status: "x" };

it("public_share_of_funding counts a correction below zero", async () => {
  const rows = [{ value: 0.75, numerator: 60, denominator: 80, status: null }];
  expect(await shareOf([70, -10], [30, -10])).toEqual({ rows, failed: [] });
});

it("public_share_of_funding is not available where a side was paid back on balance, and the load goes on", async () => {
  expect(await shareOf([100], [30, -50])).toEqual({ rows: [NONE], failed: [] });
  expect(await shareOf([20, -50], [100])).toEqual({ rows: [NONE], failed: [] });
  expect(await shareOf([-100], [-50])).toEqual({ rows: [NONE], failed: [] });
});

it("public_share_of_funding is 1 where a company was paid back all that it gave", async () => {
  const rows = [{ value: 1, numerator: 100, denominator: 100, status: null }];
  expect(await shareOf([100], [30, -30])).toEqual({ rows, failed: [] });
});

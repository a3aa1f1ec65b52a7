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

/** Cash of so many euro, or so many hours in kind at 1 euro. */
const entry = (id: string, year: string, programme: string, kind: string, phase: string, amount: number) =>
  `insert into raw.funding (entry_id, school_year, programme, funder_id, funder_name, funder_type, kind, phase,
     ${kind === "cash" ? "amount_eur" : "unit_rate_eur, hours"})
   values ('${id}', '${year}', '${programme}', 'F1', 'F1', 'private', '${kind}', '${phase}', ${kind === "cash" ? "" : "1, "}${amount})`;

it("cost_years adds up what each programme was given in kind, received or else spent", async () => {
  await warehouse.run("delete from raw.funding");
  await warehouse.run(entry("B1", "2024-2025", "ovk", "in_kind", "received", 100));
  await warehouse.run(entry("B2", "2024-2025", "ovk", "in_kind", "spent", 70));
  await warehouse.run(entry("B3", "2024-2025", "stem_ovk", "in_kind", "spent", 50));
  await runModels(warehouse);
  const rows = await warehouse.rows(
    "select programme, in_kind_eur::double as in_kind_eur from marts.cost_years where school_year = '2024-2025' order by programme nulls first",
  );
  expect(rows).toEqual([
    { programme: null, in_kind_eur: 150 },
    { programme: "ovk", in_kind_eur: 100 },
    { programme: "stem_ovk", in_kind_eur: 50 },
  ]);
});

it("public_share_of_funding of a school year to come is provisional", async () => {
  await warehouse.run("delete from raw.funding");
  await warehouse.run(entry("B1", "2090-2091", "ovk", "cash", "planned", 100));
  await runModels(warehouse);
  const rows =
    "select period, value, status from indicators.observations where indicator_id = 'public_share_of_funding'";
  expect(await warehouse.rows(rows)).toEqual([{ period: "2090-2091", value: 0, status: "p" }]);
});

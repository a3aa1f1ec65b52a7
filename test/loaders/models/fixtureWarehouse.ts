import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { quoted } from "../../../loaders/contracts/cells.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const REFERENCE = join(import.meta.dirname, "../../fixtures/reference");

/** The as-of date of the fixtures: the third teaching day of 2025-2026. */
const parameters = {
  as_of: "2025-09-03",
  load_id: "test",
  is_synthetic: true,
  thresholds: defaultThresholds,
};

export async function emptyWarehouse(): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:");
  await createSchema(warehouse, parameters, REFERENCE);
  return warehouse;
}

/** A warehouse in memory whose raw tables hold `fixtures/*.csv`: school years of five teaching days, small enough to count by hand. */
export async function fixtureWarehouse(): Promise<Warehouse> {
  const warehouse = await emptyWarehouse();
  for (const file of readdirSync(FIXTURES))
    await warehouse.run(
      `insert into raw.${basename(file, ".csv")} by name
       from read_csv(${quoted(join(FIXTURES, file))}, delim = ',', header = true, all_varchar = true)`,
    );
  return warehouse;
}

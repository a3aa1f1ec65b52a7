import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Thresholds } from "../config/thresholds.ts";
import { quoted } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { InputError } from "../errors.ts";
import { insertRows, type Warehouse } from "../warehouse.ts";

const SCHEMAS = ["raw", "reference", "staging", "marts", "indicators", "analyses", "meta"];

/** What the models may read of the configuration, as the one row of `meta.parameters`. */
export interface Parameters {
  as_of: string;
  load_id: string;
  is_synthetic: boolean;
  thresholds: Thresholds;
  collective_funders?: readonly string[];
}

const columns = ({ columns }: Contract) =>
  Object.entries(columns).map(([name, { cell }]) => `"${name}" ${cell.sqlType}`);

/** A user's own file in the place of a reference table has at least its columns. Throws an `InputError` that names the missing one. */
async function checkReplacement(warehouse: Warehouse, table: string, own: string, path: string): Promise<void> {
  const names = async (file: string) =>
    (await warehouse.rows<{ column_name: string }>(`describe ${readReference(file)}`)).map(
      ({ column_name }) => column_name,
    );
  let found: string[];
  try {
    found = await names(path);
  } catch {
    throw new InputError(`not a readable table: ${path} (${table})`, 2);
  }
  for (const name of await names(own))
    if (!found.includes(name))
      throw new InputError(`missing column: ${name} (${path}, line 1; found: ${found.join(", ")})`, 2);
}

const readReference = (path: string) =>
  `from read_csv(${quoted(path)}, delim = ',', quote = '"', escape = '"', header = true, all_varchar = true, strict_mode = true)`;

/**
 * Makes the schemas, an empty raw table for each contract, the reference tables (all text; `replaced` gives a user's own file for a
 * table) and the parameters.
 */
export async function createSchema(
  warehouse: Warehouse,
  parameters: Parameters,
  referenceFolder: string,
  replaced: Record<string, string> = {},
): Promise<void> {
  for (const schema of SCHEMAS) await warehouse.run(`create schema ${schema}`);
  for (const contract of contracts)
    await warehouse.run(
      `create table raw.${contract.table} (${columns(contract).join(", ")}, _file VARCHAR, _line INTEGER, _load_id VARCHAR)`,
    );
  for (const file of readdirSync(referenceFolder).filter((name) => name.endsWith(".csv"))) {
    const table = basename(file, ".csv").replaceAll("-", "_");
    const own = join(referenceFolder, file);
    const path = replaced[table];
    if (path) await checkReplacement(warehouse, table, own, path);
    await warehouse.run(`create table reference.${table} as ${readReference(path ?? own)}`);
  }
  const { as_of, load_id, is_synthetic, thresholds, collective_funders = [] } = parameters;
  await warehouse.run("create table meta.parameters (as_of DATE, load_id VARCHAR, is_synthetic BOOLEAN)");
  await warehouse.run("insert into meta.parameters values ($1::date, $2, $3)", [as_of, load_id, is_synthetic]);
  await warehouse.run("create table meta.thresholds (id VARCHAR, value DOUBLE, source VARCHAR)");
  const stated = Object.entries(thresholds).map(([id, { value, source }]) => ({ id, value, source }));
  await insertRows(warehouse, "meta.thresholds", { id: "VARCHAR", value: "DOUBLE", source: "VARCHAR" }, stated);
  await warehouse.run("create table meta.collective_funders (funder_id VARCHAR)");
  const collective = collective_funders.map((funder_id) => ({ funder_id }));
  await insertRows(warehouse, "meta.collective_funders", { funder_id: "VARCHAR" }, collective);
}

import type { Analysis } from "../../../loaders/analyses/analysis.ts";
import { createCatalogue, store } from "../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { runModels } from "../../../loaders/models/models.ts";
import { insertRows, type Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "../models/fixtureWarehouse.ts";

export type RawRow = Record<string, unknown>;

/** A warehouse in memory with these raw rows, the models and the results of these analyses. */
export async function rawWarehouse(
  tables: Record<string, readonly RawRow[]>,
  analyses: readonly Analysis[],
  asOf = "2025-09-03",
): Promise<Warehouse> {
  const warehouse = await emptyWarehouse();
  await warehouse.run("update meta.parameters set as_of = $1::date", [asOf]);
  for (const [table, rows] of Object.entries(tables)) {
    const names = new Set(rows.flatMap((row) => Object.keys(row)));
    const types = Object.fromEntries([...names].map((name) => [name, "VARCHAR"]));
    if (rows.length > 0) await insertRows(warehouse, `raw.${table}`, types, rows);
  }
  await runModels(warehouse);
  await createCatalogue(warehouse);
  const start = Number(asOf.slice(0, 4)) - (asOf.slice(5, 7) < "09" ? 1 : 0);
  const context = { warehouse, asOf, schoolYear: `${start}-${start + 1}`, thresholds: defaultThresholds };
  for (const analysis of analyses) await store(analysis, context);
  return warehouse;
}

/** How often each raw table repeats a row with its number from 1. */
export const numbered = (times: number, row: (number: number) => RawRow): RawRow[] =>
  Array.from({ length: times }, (_, i) => row(i + 1));

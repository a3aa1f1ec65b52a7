import { group } from "d3-array";
import { StatisticsError } from "../../statistics/errors.ts";
import { quoted } from "../contracts/cells.ts";
import { insertRows, type Warehouse } from "../warehouse.ts";
import type { Analysis, Column, Context, Result } from "./analysis.ts";
import type { Reason } from "./reasons.ts";

/** Makes `analyses.catalogue`: what each result table is, from what it was computed, and for how many rows there was no figure. */
export const createCatalogue = (warehouse: Warehouse): Promise<void> =>
  warehouse.run(
    `create or replace table analyses.catalogue (id VARCHAR, name_nl VARCHAR, name_en VARCHAR, method_nl VARCHAR, method_en VARCHAR,
     evidence VARCHAR, codes VARCHAR, inputs VARCHAR, functions VARCHAR, parameters JSON, result_rows INTEGER, without_figure INTEGER,
     absent JSON, reason VARCHAR, as_of DATE, load_id VARCHAR)`,
  );

/** How many rows have no figure, by reason, the most frequent first. */
const absentIn = (rows: readonly Result[]) =>
  [...group(rows, ({ reason }) => reason)]
    .flatMap(([reason, own]) => (reason === null ? [] : [{ reason, results: own.length }]))
    .sort((a, b) => b.results - a.results || (a.reason < b.reason ? -1 : 1));

/** A figure that is no number would be shown as one: that is a fault of ours, and ends the build. */
function refuseNoNumber({ id }: Analysis, rows: Result[]): void {
  for (const row of rows)
    for (const [column, value] of Object.entries(row))
      if (typeof value === "number" && !Number.isFinite(value))
        throw new Error(`not a number: ${value} (analyses.${id}, column ${column})`);
}

const typeOf = (column: Column) => (typeof column === "string" ? column.replace(" NOT NULL", "") : "VARCHAR");
function constraintOf(name: string, column: Column): string {
  if (typeof column === "string") return column.endsWith("NOT NULL") ? "not null" : "";
  return `check ("${name}" in (${column.oneOf.map(quoted).join(", ")}))${column.isRequired ? " not null" : ""}`;
}

/** Runs one analysis into `analyses.<id>` and lists it in the catalogue. Data that no statistic can take leave the table empty, with the reason. */
export async function store(analysis: Analysis, context: Context): Promise<void> {
  const { warehouse, asOf, thresholds } = context;
  const { id, name, method, evidence, codes, inputs, functions } = analysis;
  let rows: Result[] = [];
  let reason: Reason | null = null;
  try {
    rows = await analysis.run(context);
    if (rows.length === 0) reason = "no_rows";
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    reason = "not_computable";
  }
  refuseNoNumber(analysis, rows);
  const columns = Object.entries<Column>({ ...analysis.columns, reason: "VARCHAR" });
  const declared = columns.map(([name, column]) => `"${name}" ${typeOf(column)} ${constraintOf(name, column)}`);
  await warehouse.run(`create or replace table analyses.${id} (${declared.join(", ")}, as_of DATE)`);
  const types = Object.fromEntries(columns.map(([name, column]) => [name, typeOf(column)]));
  const dated = rows.map((row) => ({ ...row, as_of: asOf }));
  await insertRows(warehouse, `analyses.${id}`, { ...types, as_of: "DATE" }, dated);
  const parameters = {
    ...analysis.parameters,
    ...Object.fromEntries(analysis.thresholds.map((threshold) => [threshold, thresholds[threshold].value])),
  };
  await warehouse.run(
    `insert into analyses.catalogue
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::integer, $12::integer, $13, $14, as_of, load_id from meta.parameters`,
    [
      ...[id, name.nl, name.en, method.nl, method.en, evidence, codes.join(", "), inputs.join(", ")],
      ...[functions.join(", "), JSON.stringify(parameters), rows.length],
      ...[rows.filter((row) => row.reason !== null).length, JSON.stringify(absentIn(rows)), reason],
    ],
  );
}

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { insertRows, type Warehouse } from "../warehouse.ts";
import { type CheckResult, runChecks } from "./checks.ts";
import { declaredColumns, keyOf } from "./columns.ts";
import { loadIndicators } from "./indicators.ts";
import { addObservations, createObservations } from "./observations.ts";

export interface Model {
  /** `staging.stg_lectures`, `marts.lectures` … */
  name: string;
  query: string;
}

/** The models of one folder, `staging` or `marts`, in the order of their names. */
export const readModels = (folder: string, schema: string): Model[] =>
  readdirSync(join(folder, schema))
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => ({
      name: `${schema}.${basename(file, ".sql")}`,
      query: readFileSync(join(folder, schema, file), "utf8"),
    }));

function referencesOf({ query }: Model): string[] {
  const code = query.replaceAll(/--.*$/gm, "").replaceAll(/'(?:[^']|'')*'/g, "''");
  return [...new Set(code.match(/\b(?:staging|marts)\.[a-z_][a-z0-9_]*/g))];
}

/** Puts every model after the models that its SQL names. */
export function orderModels(models: Model[]): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const ordered = new Set<Model>();
  const visit = (model: Model, path: string[]): void => {
    if (ordered.has(model)) return;
    const start = path.indexOf(model.name);
    if (start >= 0)
      throw new Error(`models refer to each other in a circle: ${[...path.slice(start), model.name].join(" → ")}`);
    for (const name of referencesOf(model)) {
      const other = byName.get(name);
      if (!other) throw new Error(`unknown model: ${name} (in ${model.name})`);
      visit(other, [...path, model.name]);
    }
    ordered.add(model);
  };
  for (const model of models) visit(model, []);
  return [...ordered];
}

async function named<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0];
    throw new Error(reason?.includes(name) ? reason : `${name} cannot be made: ${reason}`, { cause: error });
  }
}

/** Notes in `meta.columns` how each declared column of a mart may leave the warehouse; an undeclared one is not there, and stays inside. */
async function noteColumns(warehouse: Warehouse, marts: readonly Model[]): Promise<void> {
  await warehouse.run(
    "create or replace table meta.columns (mart VARCHAR, column_name VARCHAR, kind VARCHAR, is_key BOOLEAN)",
  );
  const rows = marts.flatMap((mart) => {
    const key = keyOf(mart);
    return [...declaredColumns(mart)].map(([column_name, kind]) => ({
      ...{ mart: mart.name, column_name, kind },
      is_key: key.includes(column_name),
    }));
  });
  await insertRows(
    warehouse,
    "meta.columns",
    { mart: "VARCHAR", column_name: "VARCHAR", kind: "VARCHAR", is_key: "BOOLEAN" },
    rows,
  );
}

/** Builds staging, marts and indicators from the SQL files, then runs the checks. */
export async function runModels(
  warehouse: Warehouse,
  folder = import.meta.dirname,
): Promise<{ models: { name: string; rows: number }[]; checks: CheckResult[] }> {
  const names: string[] = [];
  const marts = readModels(folder, "marts");
  for (const { name, query } of orderModels([...readModels(folder, "staging"), ...marts])) {
    await named(name, warehouse.run(`create or replace table ${name} as\n${query}`));
    names.push(name);
  }
  const counts = names.map((name) => `select '${name}' as name, (select count(*) from ${name}) as rows`);
  const models = await warehouse.rows<{ name: string; rows: number }>(counts.join(" union all "));
  await noteColumns(warehouse, marts);
  const definitions = join(folder, "indicators");
  const indicators = loadIndicators(definitions);
  await createObservations(warehouse, indicators);
  for (const indicator of indicators)
    await named(`indicator ${indicator.id}`, addObservations(warehouse, indicator, definitions));
  // no key occurs twice in a mart without a row
  const filled = marts.filter(({ name }) => models.some((model) => model.name === name && model.rows > 0));
  return { models, checks: await runChecks(warehouse, join(folder, "checks"), marts, filled) };
}

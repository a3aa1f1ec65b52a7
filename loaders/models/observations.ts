import { readFileSync } from "node:fs";
import { join } from "node:path";
import { insertRows, type Row, type Warehouse } from "../warehouse.ts";
import { BREAKDOWNS, type Indicator } from "./indicators.ts";

const isNumber = (breakdown: string) => breakdown === "questionnaire_version";

const TEXTS = [
  ...["id", "codes", "name_nl", "name_en", "definition_nl", "definition_en", "level", "evidence", "type"],
  ...["numerator_nl", "numerator_en", "denominator_nl", "denominator_en", "unit_nl", "unit_en", "direction"],
  ...[
    "breakdowns",
    "period",
    "sources",
    "interval_method",
    "disclosure_nl",
    "disclosure_en",
    "pitfalls_nl",
    "pitfalls_en",
  ],
];
const CATALOGUE = { ...Object.fromEntries(TEXTS.map((name) => [name, "VARCHAR"])), decimals: "INTEGER" };

/** A definition as one row: lists joined by commas, words in a column a language. */
const catalogueRow = ({ interval: interval_method, ...indicator }: Indicator): Row =>
  Object.fromEntries(
    Object.entries({ ...indicator, interval_method }).flatMap(([name, value]): [string, unknown][] => {
      if (Array.isArray(value)) return [[name, value.join(", ")]];
      if (typeof value !== "object" || value === null) return [[name, value]];
      return [
        [`${name}_nl`, value.nl],
        [`${name}_en`, value.en],
      ];
    }),
  );

/** Makes `indicators.catalogue` and an empty `indicators.observations`. */
export async function createObservations(warehouse: Warehouse, indicators: Indicator[]): Promise<void> {
  const breakdowns = BREAKDOWNS.map((name) => `${name} ${isNumber(name) ? "INTEGER" : "VARCHAR"}`);
  await warehouse.run(
    `create or replace table indicators.observations (indicator_id VARCHAR, period VARCHAR, ${breakdowns.join(", ")},
     value DOUBLE, numerator DOUBLE, denominator DOUBLE, status VARCHAR, as_of DATE)`,
  );
  const columns = Object.entries(CATALOGUE).map((column) => column.join(" "));
  await warehouse.run(`create or replace table indicators.catalogue (${columns.join(", ")})`);
  await insertRows(warehouse, "indicators.catalogue", CATALOGUE, indicators.map(catalogueRow));
}

/**
 * Adds the observations of one indicator. Its query gives numerator and denominator; the value follows from the type alone,
 * and is not available (x) where it cannot be computed.
 */
export async function addObservations(warehouse: Warehouse, { id, type }: Indicator, folder: string): Promise<void> {
  const query = readFileSync(join(folder, `${id}.sql`), "utf8");
  const columns = (await warehouse.rows<{ column_name: string }>(`describe ${query}`)).map((row) => row.column_name);
  const required = ["period", "numerator", "denominator"];
  for (const name of required)
    if (!columns.includes(name)) throw new Error(`missing column in indicator ${id}: ${name}`);
  const breakdowns: string[] = BREAKDOWNS.filter((name) => columns.includes(name));
  const known = [...required, ...breakdowns, "status"];
  for (const name of columns) if (!known.includes(name)) throw new Error(`unknown column in indicator ${id}: ${name}`);
  const value = type === "count" || type === "money" ? "numerator" : "numerator / nullif(denominator, 0)";
  const keys = ["period", ...breakdowns].join(", ");
  await warehouse.run(
    `insert into indicators.observations by name
     with observed as (
     ${query}
     ), measured as (
       select ${keys}, cast(numerator as double) as numerator, cast(denominator as double) as denominator,
         ${columns.includes("status") ? "status" : "cast(null as varchar)"} as status
       from observed
     )
     select $1 as indicator_id, ${keys}, numerator, denominator, ${value} as value,
       case when ${value} is null then 'x' else status end as status, (select as_of from meta.parameters) as as_of
     from measured order by ${keys.replaceAll(",", " nulls first,")} nulls first`,
    [id],
  );
}

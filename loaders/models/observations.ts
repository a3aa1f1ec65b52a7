import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Warehouse } from "../warehouse.ts";
import { BREAKDOWNS, type Indicator } from "./indicators.ts";

const isNumber = (breakdown: string) => breakdown === "questionnaire_version";

/** Makes `indicators.catalogue` and an empty `indicators.observations`. */
export async function createObservations(warehouse: Warehouse, indicators: Indicator[]): Promise<void> {
  const breakdowns = BREAKDOWNS.map((name) => `${name} ${isNumber(name) ? "INTEGER" : "VARCHAR"}`);
  await warehouse.run(
    `create or replace table indicators.observations (indicator_id VARCHAR, period VARCHAR, ${breakdowns.join(", ")},
     value DOUBLE, numerator DOUBLE, denominator DOUBLE, status VARCHAR, as_of DATE)`,
  );
  await warehouse.run(
    `create or replace table indicators.catalogue (id VARCHAR, codes VARCHAR, name_nl VARCHAR, name_en VARCHAR, definition_nl VARCHAR,
     definition_en VARCHAR, level VARCHAR, evidence VARCHAR, type VARCHAR, numerator_nl VARCHAR, numerator_en VARCHAR,
     denominator_nl VARCHAR, denominator_en VARCHAR, unit_nl VARCHAR, unit_en VARCHAR, decimals INTEGER, direction VARCHAR,
     breakdowns VARCHAR, period VARCHAR, sources VARCHAR, interval_method VARCHAR, disclosure_nl VARCHAR, disclosure_en VARCHAR,
     pitfalls_nl VARCHAR, pitfalls_en VARCHAR)`,
  );
  for (const indicator of indicators) {
    const { id, codes, name, definition, level, evidence, type, numerator, denominator, unit, decimals, direction } =
      indicator;
    const { breakdowns, period, sources, interval, disclosure, pitfalls } = indicator;
    const values = [
      ...[
        id,
        codes.join(", "),
        name.nl,
        name.en,
        definition.nl,
        definition.en,
        level,
        evidence,
        type,
        numerator.nl,
        numerator.en,
      ],
      ...[
        denominator?.nl ?? null,
        denominator?.en ?? null,
        unit.nl,
        unit.en,
        decimals,
        direction,
        breakdowns.join(", "),
      ],
      ...[period, sources.join(", "), interval, disclosure.nl, disclosure.en, pitfalls.nl, pitfalls.en],
    ];
    await warehouse.run(
      `insert into indicators.catalogue values (${values.map((_, i) => `$${i + 1}`).join(", ")})`,
      values,
    );
  }
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

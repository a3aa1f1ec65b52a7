import { UNREADABLE } from "../formats/format.ts";
import type { Tally } from "../judge/setApart.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { cleaned, likelyDoubles, resolveLecturers, resolveSchools, resolveTeachers } from "./resolve.ts";

/** A file's rows with the codes that its names stand for, under `"name:<code>"`. */
export interface Named {
  from: string;
  tables: string[];
  tallies: Tally[];
  /** What could not be named, as its cell tells it, with the candidates. */
  unnamed: Map<string, string[]>;
  /** The tokens that a held row shows in the place of its teachers' names. */
  teachers: Map<string, string>;
}

const marked = (text: string) => `'${UNREADABLE}' || ${text}`;

/** Gives the names in the rows `from` their codes, over the distinct names and not row by row. */
export async function resolveNames(
  warehouse: Warehouse,
  source: SourceFile,
  from: string,
  name: string,
  load: string,
): Promise<Named> {
  const { names = {}, texts } = source.shaping;
  const base = `_names_${name.replace(/\W/g, "_")}`;
  const found: Named = { from, tables: [], tallies: [], unnamed: new Map(), teachers: new Map() };
  const joins: string[] = [];
  const columns: string[] = [];
  const same = (table: string, pairs: [string, string | undefined][]) =>
    pairs.map(([column, cell]) => `${table}.${column} is not distinct from ${cleaned(cell)}`).join(" and ");
  if (names.school) {
    const table = `${base}_schools`;
    const { unnamed, tallies } = await resolveSchools(warehouse, names, from, table);
    for (const [text, candidates] of unnamed) found.unnamed.set(text, candidates);
    found.tallies.push(...tallies);
    found.tables.push(table);
    const written = `concat_ws(', ', ${table}.school, ${table}.place, ${table}.postcode)`;
    columns.push(
      `case when ${table}.how = 'open' then ${marked(written)} else ${table}.school_id end as "name:school_id"`,
      `case when ${table}.how = 'open' then '0' else ${table}.site_id end as "name:site_id"`,
    );
    joins.push(
      `left join ${table} on ${same(table, [
        ["school", names.school],
        ["place", names.place],
        ["postcode", names.postcode],
      ])}`,
    );
  }
  if (names.lecturer) {
    const table = `${base}_lecturers`;
    found.tallies.push(...(await resolveLecturers(warehouse, names, source, { from, table, load })));
    found.tables.push(table);
    const written = `concat_ws(', ', ${table}.name, ${table}.company)`;
    const rows = await warehouse.rows<{ text: string }>(
      `select ${written} as text from ${table} where listed_id is null and own_id is not null`,
    );
    for (const { text } of rows) found.unnamed.set(text, []);
    columns.push(
      `case when ${table}.own_id is null then null else coalesce(${table}.listed_id, ${marked(written)}) end as "name:lecturer_id"`,
    );
    joins.push(
      `left join ${table} on ${same(table, [
        ["name", names.lecturer],
        ["company", names.company],
      ])}`,
    );
  }
  if (names.teacher) {
    const table = `${base}_teachers`;
    await resolveTeachers(warehouse, names, from, table);
    found.tables.push(table);
    columns.push(`nullif(${table}.tokens, '') as "name:teachers"`);
    joins.push(`left join ${table} on ${same(table, [["cell", names.teacher]])}`);
  }
  if (joins.length === 0) return found;
  found.from = `(select records.*, ${columns.join(", ")} from ${from} as records ${joins.join(" ")})`;
  if (names.teacher && texts.school_id)
    found.tallies.push(...(await likelyDoubles(warehouse, names, found.from, texts.school_id)));
  return found;
}

/** The tokens of the teachers named in a file, by cell. */
export async function teacherTokens(warehouse: Warehouse, name: string): Promise<Map<string, string>> {
  const rows = await warehouse.rows<{ cell: string; tokens: string }>(
    `select cell, replace(tokens, '+', ' / ') as tokens from _names_${name.replace(/\W/g, "_")}_teachers`,
  );
  return new Map(rows.map(({ cell, tokens }) => [cell, tokens]));
}

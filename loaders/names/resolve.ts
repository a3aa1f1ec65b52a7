import { readFileSync } from "node:fs";
import { cleanSql, quoted } from "../contracts/cells.ts";
import type { NameCells } from "../formats/format.ts";
import type { Tally } from "../judge/setApart.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";

const SCHOOLS = readFileSync(new URL("school_names.sql", import.meta.url), "utf8");
/** A cell as it is compared, or nothing where the file has none. */
export const cleaned = (cell: string | undefined) => (cell ? cleanSql(cell) : "cast(null as varchar)");
const SEVERAL = "\\s*[/&+;]\\s*|\\s+(?:en|and|et)\\s+";
const TOKEN = "t[0-9a-f]{12}";

/** The codes of the schools named in a file, with those that stay open. */
export async function resolveSchools(
  warehouse: Warehouse,
  { school, place, postcode }: NameCells,
  from: string,
  table: string,
) {
  await warehouse.run(`
    create or replace temp table ${table}_written as
      select * from (select ${cleaned(school)} as school, ${cleaned(place)} as place, ${cleaned(postcode)} as postcode, count(*) as times
        from ${from} as records group by all) where school is not null`);
  await warehouse.run(SCHOOLS.replaceAll("{written}", `${table}_written`).replaceAll("{resolved}", table));
  await warehouse.run(`
    insert into names_open select school, place, postcode, times, candidates from ${table} where how = 'open';
    drop table ${table}_written`);
  const open = await warehouse.rows<{ text: string; candidates: string[] }>(
    `select concat_ws(', ', school, place, postcode) as text, candidates from ${table} where how = 'open'`,
  );
  const counts = await warehouse.rows<{ how: string; rows: number; names: number }>(
    `select how, sum(times)::bigint as rows, count(*)::integer as names from ${table} group by how order by how`,
  );
  const tallies = counts.map(
    ({ how, rows, names }): Tally => ({ rule: "schools_by_name", label: `${how}, ${names} spellings`, amount: rows }),
  );
  return { unnamed: open.map(({ text, candidates }) => [text, candidates] as const), tallies };
}

/** The codes of the lecturers named in a file; `creates` puts those that no list has in the list. */
export async function resolveLecturers(
  warehouse: Warehouse,
  { lecturer, company }: NameCells,
  { file, config }: SourceFile,
  { from, table, load }: { from: string; table: string; load: string },
): Promise<Tally[]> {
  await warehouse.run(`
    create or replace temp table ${table} as
    with written as (
      select name, company, line, person_words(name) as words, company_words(company) as firm,
        regexp_matches(name, ${quoted(SEVERAL)}) as is_several
      from (select ${cleaned(lecturer)} as name, ${cleaned(company)} as company, min(_line) as line from ${from} as records group by all)
      where name is not null
    ),
    firms as (select words, min(firm) as firm from written where firm <> '' group by words having count(distinct firm) = 1),
    keyed as (
      select written.* exclude firm, coalesce(nullif(written.firm, ''), firms.firm, '') as firm
      from written left join firms on written.words = firms.words
    ),
    known as (select lecturer_id, person_words(full_name) as words, company_words(company) as firm from raw.lecturers where full_name is not null),
    listed as (
      select keyed.words, keyed.firm, min(known.lecturer_id) as lecturer_id
      from (select distinct words, firm from keyed) as keyed
      inner join known on keyed.words = known.words and (keyed.firm = '' or known.firm = '' or keyed.firm = known.firm)
      group by all having count(distinct known.lecturer_id) = 1
    )
    select keyed.name, keyed.company, keyed.line, keyed.is_several, listed.lecturer_id as listed_id,
      case when keyed.words <> '' then 'p' || left(keyed_hash('lecturer|' || keyed.words || '|' || keyed.firm), 16) end as own_id
    from keyed left join listed on keyed.words = listed.words and keyed.firm = listed.firm`);
  if (!config.creates.includes("lecturers")) return [];
  const fresh = `from ${table} where listed_id is null and own_id is not null and not is_several`;
  const [made] = await warehouse.rows<{ n: number }>(`select count(distinct own_id)::integer as n ${fresh}`);
  await warehouse.run(
    `insert into raw.lecturers (lecturer_id, full_name, company, _file, _line, _load_id)
     select own_id, arg_min(name, line), arg_min(company, line), $1, min(line), $2 ${fresh} group by own_id`,
    [file, load],
  );
  await warehouse.run(`update ${table} set listed_id = own_id where listed_id is null and not is_several`);
  return made?.n ? [{ rule: "lecturers_made_of_names", label: file, amount: made.n }] : [];
}

/** The tokens of the teachers named in a file, under each cell. */
export async function resolveTeachers(warehouse: Warehouse, { teacher }: NameCells, from: string, table: string) {
  await warehouse.run(`
    create or replace temp table ${table} as
      select cell, array_to_string(list_sort(list_distinct(list_filter(
        list_transform(string_split_regex(cell, ${quoted(SEVERAL)}), lambda part: case
          when regexp_full_match(trim(part), ${quoted(TOKEN)}) then trim(part)
          when person_words(part) <> '' then 't' || left(keyed_hash('teacher|' || person_words(part)), 12) end),
        lambda token: token is not null))), '+') as tokens
      from (select distinct ${cleaned(teacher)} as cell from ${from} as records) where cell is not null`);
}

/** Two names of teachers at one school that are one letter apart: most likely one person, and never made one without being asked. */
export async function likelyDoubles(
  warehouse: Warehouse,
  { teacher }: NameCells,
  from: string,
  school: string,
): Promise<Tally[]> {
  const rows = await warehouse.rows<{ label: string }>(`
    with named as (
      select school, words, min(_line) as line from (
        select ${school} as school, _line, unnest(list_transform(string_split_regex(${cleaned(teacher)}, ${quoted(SEVERAL)}), lambda part: person_words(part))) as words
        from ${from} as records)
      where school is not null and length(words) >= 4 and not regexp_full_match(words, ${quoted(TOKEN)}) group by all
    )
    select 'school ' || one.school || ', lines ' || one.line || ' and ' || other.line as label
    from named as one inner join named as other on one.school = other.school and one.line < other.line
      and damerau_levenshtein(one.words, other.words) = 1
    order by one.school, one.line limit 20`);
  return rows.map(({ label }) => ({ rule: "perhaps_one_teacher", label, amount: 2 }));
}

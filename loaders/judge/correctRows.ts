import { type Cell, cleanSql, quoted, type Words } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { InputError } from "../errors.ts";
import { type Shaping, UNREADABLE } from "../formats/format.ts";
import type { Correction } from "../sources/corrections.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { ranked } from "./verdict.ts";

/** `row_key` is the key as it identifies a row: `01` and `1` are the same site. */
const TABLE = `create table meta.corrections (line INTEGER, table_name VARCHAR, key VARCHAR, row_key VARCHAR, column_name VARCHAR,
  old_value VARCHAR, new_value VARCHAR, reason VARCHAR, reported_on DATE, is_met BOOLEAN, is_applied BOOLEAN)`;

const joined = (parts: string[]) => `concat_ws('|', ${parts.join(", ")})`;
const textOf = (text: string | undefined) => `coalesce(${cleanSql(text ?? "cast(null as varchar)")}, '')`;
/** SQL: a text as the value that it is loaded as, or as it stands where it cannot be read. */
const loadedAs = (cell: Cell<unknown> | undefined, text: string) =>
  cell ? `coalesce(cast(${cell.sqlValue(text)} as varchar), ${textOf(text)})` : textOf(text);

/** SQL: the key of a row, each part as its kind of cell reads it. */
const keyOf = ({ key, columns }: Contract, texts: (string | undefined)[]) =>
  joined(key.map((name, i) => loadedAs(columns[name]?.cell, texts[i] ?? "cast(null as varchar)")));

function rowKey(contract: Contract, key: string): string {
  const parts = key.split("|");
  return parts.length === contract.key.length ? keyOf(contract, parts.map(quoted)) : quoted(key);
}

export async function storeCorrections(warehouse: Warehouse, corrections: Correction[]): Promise<void> {
  await warehouse.run(TABLE);
  for (const { line, table, key, column, old_value, new_value, reason, reported_on } of corrections) {
    const contract = contracts.find((one) => one.table === table);
    if (!contract) throw new Error(`unknown table: ${table}`);
    await warehouse.run(
      `insert into meta.corrections select $1, $2, $3, ${rowKey(contract, key)}, $4, $5, $6, $7, $8::date, false, false`,
      [line, table, key, column, old_value, new_value, reason, reported_on],
    );
  }
}

/** What the file itself writes for a text: the one cell that it is made of; the text where it is made of none or of several. */
function ownWriting(text: string | undefined): string | undefined {
  const cells = new Set(text?.match(/"in:(?:[^"]|"")*"/g));
  return cells.size === 1 ? [...cells][0] : text;
}

/** SQL: the rows of a file that listed corrections of one column are about, and whether the old value stands there. */
function metRows({ contract, shaping }: SourceFile, from: string, column: string): string {
  const { texts, each } = shaping;
  const { key, columns } = contract;
  const text = texts[column];
  const cell = columns[column]?.cell;
  const found = (row: string, listed: string) => `
    select rows._line, rows._key, listed.line, listed.column_name, listed.new_value,
      (listed.old_value in (rows._text, rows._own)
        or coalesce(rows._value = ${cell ? `cast(${cell.sqlValue("listed.old_value")} as varchar)` : "null"}, false)) as _stands
    from rows join meta.corrections as listed on listed.${listed} = rows.${row}
    where listed.table_name = ${quoted(contract.table)} and listed.column_name = ${quoted(column)}`;
  const texted = key.map((name) => texts[name]);
  return `
    with rows as (
      select _line, ${keyOf(contract, texted)} as _key, ${joined(texted.map((one) => textOf(ownWriting(one))))} as _own_key,
        replace(${textOf(text)}, ${quoted(UNREADABLE)}, '') as _text, ${textOf(ownWriting(text))} as _own,
        ${cell ? `cast(${cell.sqlValue(text ?? "cast(null as varchar)")} as varchar)` : "null"} as _value
      from ${ranked(from, shaping)} as records ${each ? `, ${each}` : ""}
    ) ${found("_key", "row_key")} union ${found("_own_key", "key")}`;
}

/** The shaping of a file with new values in the place of the listed old ones, as the table `met` has them. */
function correctedShaping({ contract, shaping }: SourceFile, columns: string[], met: string): Shaping {
  const texts = { ...shaping.texts };
  const rowKeys = keyOf(
    contract,
    contract.key.map((name) => shaping.texts[name]),
  );
  for (const column of columns)
    texts[column] = `coalesce((select any_value(met.new_value) from ${met} as met
      where met._line = records._line and met.column_name = ${quoted(column)} ${shaping.each ? `and met._key = ${rowKeys}` : ""}), ${shaping.texts[column] ?? "null"})`;
  return { ...shaping, texts };
}

/** A cell that holds the new value of a listed correction. */
export interface CorrectedCell {
  line: number;
  column: string;
  value: string;
  place: Words;
}

/** Refuses two corrections of one cell: which of them is meant cannot be told. */
async function refuseTwice(warehouse: Warehouse, { contract, corrections }: SourceFile, met: string): Promise<void> {
  const [twice] = await warehouse.rows<{ key: string; column: string; lines: number[] }>(
    `select _key as key, column_name as column, list(distinct line order by line) as lines
     from ${met} group by _line, _key, column_name having count(distinct line) > 1 order by lines limit 1`,
  );
  if (!twice) return;
  throw new InputError(
    `two corrections of one cell: ${contract.table} ${twice.key}, ${twice.column} (${corrections[0]?.file}, lines ${twice.lines.join(" and ")})`,
    2,
  );
}

/**
 * Puts the listed corrections in a file whose text cells are `from`, notes which of them met their row, and says which cells they changed; the
 * table `met` is what its shaping reads them from.
 */
export async function correctRows(
  warehouse: Warehouse,
  source: SourceFile,
  from: string,
  met: string,
): Promise<{ shaping: Shaping; corrected: CorrectedCell[] }> {
  const columns = [...new Set(source.corrections.map(({ column }) => column))];
  if (columns.length === 0) return { shaping: source.shaping, corrected: [] };
  await warehouse.run(`
    create or replace table ${met} as ${columns.map((column) => `(${metRows(source, from, column)})`).join(" union all ")};
    update meta.corrections set is_met = true where line in (select line from ${met});
    delete from ${met} where not _stands;
    update meta.corrections set is_applied = true where line in (select line from ${met})`);
  await refuseTwice(warehouse, source, met);
  const cells = await warehouse.rows<{ line: number; column: string; value: string; listed: number }>(
    `select distinct _line as line, column_name as column, new_value as value, line as listed from ${met} order by all`,
  );
  const file = source.corrections[0]?.file;
  const corrected = cells.map(({ listed, ...cell }) => ({
    ...cell,
    place: { nl: `correctie in ${file}, regel ${listed}`, en: `correction in ${file}, line ${listed}` },
  }));
  return { shaping: correctedShaping(source, columns, met), corrected };
}

export interface CorrectionReport {
  applied: number;
  /** Corrections whose old value stands no more in their row: the source has been mended. */
  spent: string[];
  /** Corrections whose key no row has. */
  no_row: string[];
}

export async function correctionReport(warehouse: Warehouse): Promise<CorrectionReport> {
  const rows = await warehouse.rows<{ is_met: boolean; is_applied: boolean; name: string }>(
    `select is_met, is_applied, table_name || ' ' || key || ', ' || column_name || ': ' || if(old_value = '', 'blank', old_value) as name
     from meta.corrections order by line`,
  );
  const others = rows.filter(({ is_applied }) => !is_applied);
  return {
    applied: rows.length - others.length,
    spent: others.filter(({ is_met }) => is_met).map(({ name }) => name),
    no_row: others.filter(({ is_met }) => !is_met).map(({ name }) => name),
  };
}

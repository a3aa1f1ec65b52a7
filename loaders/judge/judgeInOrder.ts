import { quoted } from "../contracts/cells.ts";
import { isPersonal } from "../formats/format.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { type DirectFile, directFile, isReadingFault } from "./directFile.ts";
import type { JudgedFile } from "./judgedFile.ts";
import { linesRelation, MOST_HELD, type Relation } from "./relation.ts";
import { skippedBy } from "./setApart.ts";
import { breaksSql, cellsSql, verdictSql } from "./verdict.ts";

/** Parts of a plan that may change the order or the number of rows. */
const CHANGES_ROWS = /JOIN|AGGREGATE|GROUP|WINDOW|UNNEST|PRODUCT|UNION|ORDER|FILTER/;

/** A shaping that keeps each record one row, told from its declaration; a plan tells the rest. */
const keepsRows = ({
  shaping: { each, sumOver, names, rank, skips = [], tallies = [] },
  corrections,
}: SourceFile): boolean =>
  !each && !sumOver && !names && !rank && skips.length + tallies.length + corrections.length === 0;

/**
 * Puts all rows in the raw table with their line, which is negative where a cell is broken; false (and nothing there) when DuckDB does not take
 * the file, or did not find a row on each line: a blank line, a line break within quotes.
 */
async function insertInOrder(
  warehouse: Warehouse,
  query: string,
  { firstLine, rows }: DirectFile,
  raw: string,
  own: string,
  names: string,
  loadId: string,
): Promise<boolean> {
  try {
    await warehouse.run(
      `insert into ${raw} select ${names}, ${own}, if(_is_broken, -1, 1), ${quoted(loadId)} from (${query})`,
    );
  } catch (error) {
    if (!isReadingFault(error)) throw error;
    return false;
  }
  const [count] = await warehouse.rows<{ n: number }>(`select count(*)::integer as n from ${raw} where _file = ${own}`);
  if (count?.n === rows)
    await warehouse.run(
      `update ${raw} set _line = _line * (rowid - (select min(rowid) from ${raw} where _file = ${own}) + ${firstLine}) where _file = ${own}`,
    );
  else await warehouse.run(`delete from ${raw} where _file = ${own}`);
  return count?.n === rows;
}

/** Puts the broken lines with their reasons in the table `name`; null where a line does not read on its own as it did within the file, or too many do. */
async function readAgain(
  warehouse: Warehouse,
  { table, shaping, contract, format }: SourceFile,
  name: string,
): Promise<{ relation: Relation; totals: Record<string, number> } | null> {
  const broken = await warehouse.rows<{ line: number }>(`select line from ${name}_lines`);
  if (broken.length > MOST_HELD) return null;
  const lines = broken.map(({ line }) => line);
  const dropped = (header: string) => isPersonal(format, header);
  const relation = await linesRelation(warehouse, table, `${name}_text`, dropped, lines);
  if (!relation) return null;
  await warehouse.run(`create or replace table ${name} as ${verdictSql(contract, relation, shaping)}`);
  const [found] = await warehouse.rows<{ n: number }>(
    `select count(*)::integer as n from ${name} where _problems is not null`,
  );
  const totals = await skippedBy(warehouse, { shaping }, relation.from);
  const skipped = Object.values(totals).reduce((sum, n) => sum + n, 0);
  return found?.n === lines.length - relation.blanks - skipped ? { relation, totals } : null;
}

/**
 * Judges a plain file in one pass: its rows go straight to typed values in the raw table, in the order of their lines, and only the broken ones
 * are read again with their texts. Null when the file or its shaping asks for more care than that.
 */
export async function judgeInOrder(
  warehouse: Warehouse,
  source: SourceFile,
  name: string,
  loadId: string,
): Promise<JudgedFile | null> {
  const { table, shaping, contract, format } = source;
  const dropped = (header: string) => isPersonal(format, header);
  const file = directFile(table, dropped);
  if (!file || !keepsRows(source)) return null;
  const query = cellsSql(contract, file.from, shaping);
  if (CHANGES_ROWS.test(JSON.stringify(await warehouse.rows(`explain ${query}`)))) return null;
  const raw = `raw.${contract.table}`;
  const own = quoted(source.file);
  const names = Object.keys(contract.columns).map((column) => `"${column}"`);
  if (!(await insertInOrder(warehouse, query, file, raw, own, names.join(", "), loadId))) return null;
  await warehouse.run(`
    create or replace table ${name}_lines as
      select -_line as line from ${raw} where _file = ${own} and _line < 0
      union all select _line from ${raw} as valued where _file = ${own} and _line > 0 and ${breaksSql(contract)}`);
  const again = await readAgain(warehouse, source, name);
  if (!again) {
    await warehouse.run(`delete from ${raw} where _file = ${own}`);
    return null;
  }
  await warehouse.run(
    `delete from ${raw} where _file = ${own} and (_line < 0 or _line in (select line from ${name}_lines))`,
  );
  const { relation, totals } = again;
  return {
    ...{ source, relation, records: "1", rowsRead: file.rows, tallies: [], isStored: true },
    skipped: { ...totals, ...(relation.blanks > 0 ? { blank_row: relation.blanks } : {}) },
    lost: [],
    corrected: [],
    unnamed: new Map(),
    sound: `(select *, _line as _row from ${raw} where _file = ${own})`,
    broken: name,
    tables: [name, `${name}_lines`, `${name}_text`],
  };
}

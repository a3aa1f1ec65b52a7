import type { Contract } from "../contracts/contract.ts";
import { isPersonal } from "../formats/format.ts";
import { resolveNames, teacherTokens } from "../names/names.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { correctRows } from "./correctRows.ts";
import type { JudgedFile } from "./judgedFile.ts";
import { judgeInOrder } from "./judgeInOrder.ts";
import { lostQuotes } from "./lostQuote.ts";
import { refuseMisshapen } from "./mostHeld.ts";
import { storedRelation } from "./relation.ts";
import { refuseAsWhole, skippedBy, tallied } from "./setApart.ts";
import { verdictSql } from "./verdict.ts";

const numberOf = async (warehouse: Warehouse, sql: string): Promise<number> =>
  (await warehouse.rows<{ n: number }>(`select (${sql})::integer as n`))[0]?.n ?? 0;

/** Adds up the sound rows that are equal in all other columns; a broken row stays alone. */
async function addUp(warehouse: Warehouse, { columns }: Contract, name: string, sumOver: string): Promise<void> {
  const type = columns[sumOver]?.cell.sqlType;
  const others = Object.keys(columns)
    .filter((column) => column !== sumOver)
    .map((column) => `"${column}"`)
    .join(", ");
  await warehouse.run(`
    create or replace table ${name}_sums as
      select ${others}, cast(sum("${sumOver}") as ${type}) as "${sumOver}", min(_line) as _line, count(*)::integer as _records,
        cast(null as varchar[]) as _problems, cast(null as varchar[]) as _texts, cast(null as varchar[]) as _cells
      from ${name} where _problems is null group by ${others}
      union all by name
      select *, 1 as _records from ${name} where _problems is not null;
    drop table ${name};
    alter table ${name}_sums rename to ${name.replace(/^\w+[.]/, "")};`);
}

/** Holds a record as a whole when one of its rows is broken; returns how many records are left in the table. */
async function holdWholeRecords(warehouse: Warehouse, name: string): Promise<number> {
  await warehouse.run(
    `delete from ${name} where _problems is null and _line in (select _line from ${name} where _problems is not null)`,
  );
  return numberOf(warehouse, `select count(distinct _line) from ${name}`);
}

/** Judges a file whose text cells are stored first: what its shaping asks may change the order and the number of rows. */
async function judgeStored(
  warehouse: Warehouse,
  source: SourceFile,
  name: string,
  loadId: string,
): Promise<JudgedFile> {
  const { table, shaping, contract, format } = source;
  const stored = await storedRelation(warehouse, table, `${name}_text`, (header) => isPersonal(format, header));
  refuseMisshapen(source, stored.misshapen);
  const lost = await lostQuotes(warehouse, source, stored.inputs, stored.swallowers, `${name}_lost`);
  if (lost.length > 0)
    await warehouse.run(`delete from ${stored.from} where _line in (${lost.map(({ line }) => line).join(", ")})`);
  const inRelation = await numberOf(warehouse, `select count(*) from ${stored.from}`);
  const named = await resolveNames(warehouse, source, stored.from, name, loadId);
  const relation = { ...stored, from: named.from };
  if (!table.isMended) await refuseAsWhole(warehouse, shaping, relation.from);
  const skipped = await skippedBy(warehouse, source, relation.from);
  if (relation.others > 0) skipped.other_block = relation.others;
  if (relation.blanks > 0) skipped.blank_row = relation.blanks;
  const { shaping: mended, corrected } = await correctRows(warehouse, source, relation.from, `${name}_met`);
  await warehouse.run(`create or replace table ${name} as ${verdictSql(contract, relation, mended)}`);
  const tallies = [...named.tallies, ...(await tallied(warehouse, source, relation.from, name))];
  for (const { line, rows } of relation.swallowers.filter((one) => !lost.includes(one)))
    tallies.push({ rule: "perhaps_a_lost_quote", label: `line ${line}`, amount: rows.length });
  if (shaping.sumOver) await addUp(warehouse, contract, name, shaping.sumOver);
  if (shaping.each) {
    const left = await holdWholeRecords(warehouse, name);
    const empty =
      inRelation + relation.others + relation.blanks - left - Object.values(skipped).reduce((sum, n) => sum + n, 0);
    if (empty > 0) skipped.no_value = empty;
  }
  return {
    ...{ source, relation, skipped, tallies, lost, corrected },
    rowsRead: inRelation + lost.length + relation.misshapen.length + relation.others + relation.blanks,
    sound: `(select *, rowid as _row from ${name} where _problems is null)`,
    broken: `(from ${name} where _problems is not null)`,
    isStored: false,
    tables: [name, `${name}_text`, `${name}_met`, ...named.tables],
    unnamed: named.unnamed,
    ...(shaping.names?.teacher ? { teachers: () => teacherTokens(warehouse, name) } : {}),
    records: shaping.sumOver ? "_records" : "1",
  };
}

/**
 * Judges each row of a file by its contract, in tables of its own whose names begin with `name`; the sound rows of a plain file go straight to
 * the raw table, unless another source of this load reads the same file, so that its name tells no row's file (`isAlone`).
 */
export async function judgeFile(
  warehouse: Warehouse,
  source: SourceFile,
  name: string,
  loadId: string,
  isAlone: boolean,
): Promise<JudgedFile> {
  try {
    const plain = isAlone ? await judgeInOrder(warehouse, source, name, loadId) : null;
    return plain ?? (await judgeStored(warehouse, source, name, loadId));
  } finally {
    // Half of an old and half of a new export is told before whatever else it led to.
    source.table.refuseChanged?.();
  }
}

import type { Contract } from "./contract.ts";
import { noteApplied } from "./corrections.ts";
import { isPersonal } from "./formats/format.ts";
import { type Relation, storedRelation } from "./relation.ts";
import { skippedBy, type Tally, tallied } from "./setApart.ts";
import type { SourceFile } from "./sources.ts";
import { verdictSql } from "./verdict.ts";
import type { Warehouse } from "./warehouse.ts";

/** A file whose rows were judged one by one: the table `name` has a row for each row of the contract, with `_problems` where it is broken. */
export interface JudgedFile {
  source: SourceFile;
  name: string;
  relation: Relation;
  /** SQL over the table: how many records a row stands for. */
  records: string;
  rowsRead: number;
  /** Records that a rule of the format left out, by rule. */
  skipped: Record<string, number>;
  tallies: Tally[];
}

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
    alter table ${name}_sums rename to ${name.replace("raw.", "")};`);
}

/** Holds a record as a whole when one of its rows is broken; returns how many records are left in the table. */
async function holdWholeRecords(warehouse: Warehouse, name: string): Promise<number> {
  await warehouse.run(
    `delete from ${name} where _problems is null and _line in (select _line from ${name} where _problems is not null)`,
  );
  return numberOf(warehouse, `select count(distinct _line) from ${name}`);
}

/** Judges each row of a file by its contract into a table of its own. */
export async function judgeFile(
  warehouse: Warehouse,
  contract: Contract,
  source: SourceFile,
  name: string,
): Promise<JudgedFile> {
  const { table, shaping, format } = source;
  const relation = await storedRelation(warehouse, table, `${name}_text`, (header) => isPersonal(format, header));
  const inRelation = await numberOf(warehouse, `select count(*) from ${relation.from}`);
  const skipped = await skippedBy(warehouse, source, relation.from);
  const tallies = await tallied(warehouse, source, relation.from);
  await noteApplied(warehouse, contract, source.uncorrected, relation.from, source.correctedColumns);
  await warehouse.run(`create or replace table ${name} as ${verdictSql(contract, relation, shaping)}`);
  if (shaping.sumOver) await addUp(warehouse, contract, name, shaping.sumOver);
  if (shaping.each) {
    const left = await holdWholeRecords(warehouse, name);
    const empty = inRelation - left - Object.values(skipped).reduce((sum, n) => sum + n, 0);
    if (empty > 0) skipped.no_value = empty;
  }
  const records = shaping.sumOver ? "_records" : "1";
  const rowsRead = inRelation + relation.misshapen.length;
  return { source, name, relation, records, rowsRead, skipped, tallies };
}

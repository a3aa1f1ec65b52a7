import { existsSync } from "node:fs";
import type { Judged } from "../judge/judge.ts";
import type { RejectedRow } from "../judge/problem.ts";
import { storeTexts, type TextRow } from "../judge/storeTexts.ts";
import { openWarehouse, type Row, type Warehouse } from "../warehouse.ts";

const TABLES = `
  create table meta.files (
    source VARCHAR, table_name VARCHAR, file VARCHAR, sha256 VARCHAR, bytes BIGINT, encoding VARCHAR, format VARCHAR,
    rows_read INTEGER, rows_accepted INTEGER, rows_rejected INTEGER, rows_unchanged INTEGER,
    latest_day DATE, is_synthetic BOOLEAN, title_nl VARCHAR, title_en VARCHAR, url VARCHAR
  );
  create table meta.rejected (
    source VARCHAR, table_name VARCHAR, line INTEGER, column_name VARCHAR, rule VARCHAR, reason_nl VARCHAR, reason_en VARCHAR
  );
`;

/** The last day that the accepted rows of a table speak of, up to the as-of date. */
const latestDay = (table: string, column: string) =>
  `(select max("${column}")::date from raw.${table} where "${column}"::date <= (select as_of from meta.parameters) and _file = $1)`;

/** Notes in `meta` what was loaded from where, and why rows are held: columns and rules, never the cells themselves. */
export async function recordLoad(warehouse: Warehouse, recorded: Judged[]): Promise<void> {
  await warehouse.run(TABLES);
  for (const { source: file, report, rejected } of recorded) {
    const { contract, config } = file;
    const day = contract.day ? latestDay(contract.table, contract.day) : "null";
    await warehouse.run(
      `insert into meta.files select $2, $3, $1, $4, $5, $6, $7, $8, $9, $10, $11, ${day}, coalesce($12, (select is_synthetic from meta.parameters)), $13, $14, $15`,
      [
        file.file,
        report.source,
        report.table,
        report.sha256,
        BigInt(file.table.bytes),
        report.encoding,
        report.format,
        report.rows_read,
        report.rows_accepted,
        report.rows_rejected,
        report.rows_unchanged,
        config.synthetic ?? null,
        config.title?.nl ?? file.file,
        config.title?.en ?? file.file,
        config.url ?? null,
      ],
    );
    await listRejected(warehouse, report, rejected);
  }
}

/** Row by row, a list of 100,000 would take minutes. */
async function listRejected(
  warehouse: Warehouse,
  { source, table }: Judged["report"],
  rejected: RejectedRow[],
): Promise<void> {
  if (rejected.length === 0) return;
  const reasons = rejected.flatMap(({ line, problems }) =>
    problems.map(({ column, rule, reason }): TextRow => [line, column, rule, reason.nl, reason.en]),
  );
  await storeTexts(warehouse, "meta.reasons", ["column", "rule", "nl", "en"], [reasons]);
  await warehouse.run(
    `insert into meta.rejected select $1, $2, _line, "in:column", "in:rule", "in:nl", "in:en" from meta.reasons`,
    [source, table],
  );
  await warehouse.run("drop table meta.reasons");
}

const LOADS = `create table meta.loads (load_id VARCHAR, as_of DATE, version VARCHAR, loaded_at TIMESTAMP, files INTEGER,
  rows_read BIGINT, rows_accepted BIGINT, rows_rejected BIGINT, rows_unchanged BIGINT)`;

/** Earlier loads as the warehouse at `path` lists them; none where there is no readable warehouse. */
async function earlierLoads(path: string): Promise<Row[]> {
  if (!existsSync(path)) return [];
  try {
    const earlier = await openWarehouse(path, { readOnly: true });
    try {
      return await earlier.rows("select * from meta.loads order by loaded_at");
    } finally {
      earlier.close();
    }
  } catch {
    return [];
  }
}

/** Lists this load after those of the warehouse before. A load of the same files under the same configuration is listed once. */
export async function listLoad(warehouse: Warehouse, version: string, earlier: string): Promise<void> {
  await warehouse.run(LOADS);
  for (const load of await earlierLoads(earlier))
    await warehouse.run("insert into meta.loads values ($1, $2::date, $3, $4::timestamp, $5, $6, $7, $8, $9)", [
      ...[
        "load_id",
        "as_of",
        "version",
        "loaded_at",
        "files",
        "rows_read",
        "rows_accepted",
        "rows_rejected",
        "rows_unchanged",
      ].map((name) => load[name] as string | number),
    ]);
  await warehouse.run(
    `insert into meta.loads
     select load_id, as_of, $1, localtimestamp, (select count(*) from meta.files), (select sum(rows_read) from meta.files),
       (select sum(rows_accepted) from meta.files), (select sum(rows_rejected) from meta.files), (select sum(rows_unchanged) from meta.files)
     from meta.parameters where load_id not in (select load_id from meta.loads)`,
    [version],
  );
}

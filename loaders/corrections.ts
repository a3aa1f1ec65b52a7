import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { BLANKS, cleanSql, date, quoted } from "./cells.ts";
import type { Config } from "./config.ts";
import type { Contract } from "./contract.ts";
import { contracts } from "./contracts/index.ts";
import { InputError } from "./errors.ts";
import type { Shaping } from "./formats/format.ts";
import { nearest } from "./guess.ts";
import type { Warehouse } from "./warehouse.ts";

const Correction = z.strictObject({
  table: z.enum(contracts.map(({ table }) => table)),
  /** The key of the row as it stands in the file, its columns parted by `|`. */
  key: z.string().min(1),
  column: z.string().min(1),
  old_value: z.string(),
  new_value: z.string(),
  reason: z.string().min(1, "a correction has a reason"),
  reported_on: z.string().refine((text) => text !== "" && date().zod.safeParse(text).success, "not a day yyyy-mm-dd"),
});
export type Correction = z.infer<typeof Correction>;

const plain = (text: string) => (BLANKS.includes(text.trim()) ? "" : text.trim());

/** The corrections that the configuration names, or none. Throws an `InputError` with file, line and reason. */
export function readCorrections(config: Config): Correction[] {
  if (!config.corrections) return [];
  const file = config.corrections;
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(readFileSync(resolve(dirname(config.path), file)), {
      columns: true,
      bom: true,
      info: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`not a readable table: ${error.message} (${file})`, 2);
    throw new InputError(`missing file: ${file} (corrections)`, 2);
  }
  return rows.map(({ record, info }) => {
    const place = `(${file}, line ${info.lines})`;
    const { success, data, error } = Correction.safeParse(record);
    if (!success) {
      const issue = error.issues[0];
      throw new InputError(`${issue?.path.join(".") || "correction"}: ${issue?.message} ${place}`, 2);
    }
    const columns = contracts.find(({ table }) => table === data.table)?.columns ?? {};
    if (!columns[data.column]) {
      const guess = nearest(data.column, Object.keys(columns));
      throw new InputError(
        `unknown column of ${data.table}: ${data.column}${guess ? ` (did you mean ${guess}?)` : ""} ${place}`,
        2,
      );
    }
    return { ...data, old_value: plain(data.old_value), new_value: plain(data.new_value) };
  });
}

const TABLE =
  "create table meta.corrections (id INTEGER, table_name VARCHAR, key VARCHAR, column_name VARCHAR, old_value VARCHAR, new_value VARCHAR, reason VARCHAR, reported_on DATE, is_applied BOOLEAN)";

export async function storeCorrections(warehouse: Warehouse, corrections: Correction[]): Promise<void> {
  await warehouse.run(TABLE);
  for (const [id, { table, key, column, old_value, new_value, reason, reported_on }] of corrections.entries())
    await warehouse.run("insert into meta.corrections values ($1, $2, $3, $4, $5, $6, $7, $8::date, false)", [
      ...[id, table, key, column, old_value, new_value, reason, reported_on],
    ]);
}

const keyOf = ({ key }: Contract, { texts }: Shaping) =>
  `concat_ws('|', ${key.map((name) => `coalesce(${cleanSql(texts[name] ?? "null")}, '')`).join(", ")})`;
const textOf = (text: string | undefined) => `coalesce(${cleanSql(text ?? "cast(null as varchar)")}, '')`;

/** The shaping of a file with the listed corrections put in: a text changes where its row's key and its old value are as listed. */
export function corrected(shaping: Shaping, contract: Contract, corrections: Correction[]): Shaping {
  const texts = { ...shaping.texts };
  for (const column of new Set(corrections.filter(({ table }) => table === contract.table).map((one) => one.column)))
    texts[column] = `coalesce((select any_value(listed.new_value) from meta.corrections as listed
      where listed.table_name = ${quoted(contract.table)} and listed.column_name = ${quoted(column)}
        and listed.key = ${keyOf(contract, shaping)} and listed.old_value = ${textOf(shaping.texts[column])}), ${shaping.texts[column] ?? "null"})`;
  return { ...shaping, texts };
}

/** Notes which corrections met their row, over the text cells `from`; `shaping` is the one before they were put in. */
export async function noteApplied(
  warehouse: Warehouse,
  contract: Contract,
  shaping: Shaping,
  from: string,
  columns: string[],
): Promise<void> {
  for (const column of columns)
    await warehouse.run(`
      update meta.corrections set is_applied = true
      where table_name = ${quoted(contract.table)} and column_name = ${quoted(column)} and (key, old_value) in (
        select ${keyOf(contract, shaping)}, ${textOf(shaping.texts[column])} from ${from} as records ${shaping.each ? `, ${shaping.each}` : ""}
      )`);
}

export interface CorrectionReport {
  applied: number;
  /** Corrections whose old value stands nowhere any more: the source has been mended. */
  spent: string[];
}

export async function correctionReport(warehouse: Warehouse): Promise<CorrectionReport> {
  const rows = await warehouse.rows<{ is_applied: boolean; name: string }>(
    `select is_applied, table_name || ' ' || key || ', ' || column_name || ': ' || if(old_value = '', 'blank', old_value) as name from meta.corrections order by id`,
  );
  return {
    applied: rows.filter(({ is_applied }) => is_applied).length,
    spent: rows.filter(({ is_applied }) => !is_applied).map(({ name }) => name),
  };
}

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Contract } from "../../../loaders/contracts/contract.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { type Format, isPersonal, type ShapeOptions, UNREADABLE } from "../../../loaders/formats/format.ts";
import { refuseAsWhole } from "../../../loaders/judge/setApart.ts";
import { storeTexts } from "../../../loaders/judge/storeTexts.ts";
import { ranked } from "../../../loaders/judge/verdict.ts";
import { openWarehouse, type Row } from "../../../loaders/warehouse.ts";

export interface Table {
  header: string[];
  preamble: string[];
  records: { line: number; cells: string[] }[];
  file: string;
  /** What parts the cells; a comma where left out. */
  delimiter?: string;
}

const FOLDER = fileURLToPath(new URL("../../fixtures/formats/", import.meta.url));

/** A fixture as text cells, its encoding by byte-order mark; `preamble` lines stand above the header. */
export function readFixture(file: string, { delimiter = ",", preamble = 0 } = {}): Table {
  const bytes = readFileSync(FOLDER + file);
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  const lines = text.split("\n");
  const body = lines.slice(preamble).join("\n");
  const parsed = parse(body, { delimiter, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
  const records = parsed.map(({ record }, i) => ({
    line: preamble + (parsed[i - 1]?.info.lines ?? 0) + 1,
    cells: record,
  }));
  const header = (records.shift()?.cells ?? []).map((cell) => cell.replace(/\s+/g, " ").trim());
  return { header, preamble: lines.slice(0, preamble), records, file };
}

/** The same table with its columns the other way round and one more in front. */
export const reordered = ({ header, records, ...table }: Table): Table => ({
  ...table,
  header: ["Extra", ...header.toReversed()],
  records: records.map(({ line, cells }) => ({ line, cells: ["x", ...cells.toReversed()] })),
});

export const renamed = ({ header, ...table }: Table, names: Record<string, string>): Table => ({
  ...table,
  header: header.map((name) => names[name] ?? name),
});

export const without = ({ header, records, ...table }: Table, name: string): Table => {
  const at = header.indexOf(name);
  const drop = (cells: string[]) => cells.filter((_, i) => i !== at);
  return { ...table, header: drop(header), records: records.map(({ line, cells }) => ({ line, cells: drop(cells) })) };
};

/** The same table with other cells in one row. */
export const edited = ({ header, records, ...table }: Table, line: number, cells: Record<string, string>): Table => ({
  ...table,
  header,
  records: records.map((record) =>
    record.line === line ? { line, cells: record.cells.map((cell, i) => cells[header[i] ?? ""] ?? cell) } : record,
  ),
});

export const OPTIONS: ShapeOptions = {
  columns: {},
  constants: {},
  values: {},
  blanks: [],
  numbers: "plain",
  dates: "iso",
  options: {},
};

export const unread = (text: string): string => UNREADABLE + text;

export const contractOf = (table: string): Contract => {
  const found = contracts.find((contract) => contract.table === table);
  if (!found) throw new Error(`unknown table: ${table}`);
  return found;
};

/** `column rule` for every cell of a shaped row that its contract refuses. */
export function problemsOf(contract: Contract, row: Row): string[] {
  const cells = Object.fromEntries(Object.keys(contract.columns).map((name) => [name, String(row[name] ?? "")]));
  const parsed = contract.record.safeParse(cells);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
}

export interface Shaped {
  /** Texts of the contract's columns with their line, without blanks. */
  rows: Row[];
  /** Rule → lines. */
  skipped: Record<string, number[]>;
}

/** Runs a format over a table in an in-memory DuckDB; `setup` makes the reference tables. */
export async function shapeTable(
  table: Table,
  format: Format,
  options: Partial<ShapeOptions> & { day?: string } = {},
  setup = "",
): Promise<Shaped> {
  const contract = contractOf(format.tables.length === 1 ? (format.tables[0] ?? "") : "lectures");
  return shapeAs(contract, table, format, options, setup);
}

export async function shapeAs(
  contract: Contract,
  table: Table,
  format: Format,
  { day, ...options }: Partial<ShapeOptions> & { day?: string } = {},
  setup = "",
): Promise<Shaped> {
  const kept = table.header.flatMap((name, at) => (isPersonal(format, name) ? [] : [{ name, at }]));
  const head = {
    header: kept.map(({ name }) => name),
    preamble: table.preamble,
    file: table.file,
    ...(table.delimiter ? { delimiter: table.delimiter } : {}),
    ...(day ? { day } : {}),
    ...("from1904" in table ? { from1904: true } : {}),
  };
  const shaping = format.shape(head, contract, { ...OPTIONS, ...options });
  const warehouse = await openWarehouse(":memory:");
  try {
    await warehouse.run(`create schema raw; ${setup}`);
    const rowsOf = table.records.map(({ line, cells }) => [line, ...kept.map(({ at }) => cells[at] ?? "")] as const);
    await storeTexts(
      warehouse,
      "raw.cells",
      kept.map(({ name }) => name),
      [rowsOf],
    );
    await refuseAsWhole(warehouse, shaping, "raw.cells");
    const cells = ranked("raw.cells", shaping);
    const skips = shaping.skips ?? [];
    const rule = `case ${skips.map(({ rule, when }) => `when ${when} then '${rule}'`).join(" ")} end`;
    const skipped: Record<string, number[]> = {};
    if (skips.length > 0)
      for (const { line, rule: name } of await warehouse.rows<{ line: number; rule: string }>(
        `select _line as line, ${rule} as rule from ${cells} where rule is not null order by _line`,
      ))
        skipped[name] = [...(skipped[name] ?? []), line];
    const texts = Object.entries(shaping.texts).map(([name, sql]) => `${sql} as "${name}"`);
    const rows = await warehouse.rows(
      `select _line as line, ${texts.join(", ")} from (from ${cells} ${skips.length > 0 ? `where ${rule} is null` : ""}) as cells
      ${shaping.each ? `, ${shaping.each}` : ""} order by all`,
    );
    const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
    return { rows: shaping.sumOver ? addedUp(contract, filled, shaping.sumOver) : filled, skipped };
  } finally {
    warehouse.close();
  }
}

function addedUp(contract: Contract, rows: Row[], column: string): Row[] {
  const sums = new Map<string, Row>();
  const sorted = rows.toSorted((a, b) => Number(a.line) - Number(b.line));
  for (const row of sorted) {
    const { line, [column]: value, ...others } = row;
    const key = problemsOf(contract, row).length > 0 ? `line ${line}` : JSON.stringify(others);
    const first = sums.get(key);
    if (first) first[column] = String(Number(first[column]) + Number(value));
    else sums.set(key, { ...row });
  }
  return [...sums.values()];
}

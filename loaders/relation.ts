import { quoted } from "./cells.ts";
import { cellOf } from "./formats/format.ts";
import { inputNames, type TextRecord, type TextTable } from "./read/textTable.ts";
import type { Warehouse } from "./warehouse.ts";

/** The text cells of a file in DuckDB: a column `"in:<header>"` for each header. */
export interface Relation {
  from: string;
  inputs: string[];
  /** Records with more or fewer cells than the header; they are not in the relation. */
  misshapen: TextRecord[];
}

/** SQL that leaves the reading to DuckDB, or null when the file asks for care. */
function directSource({ header, headerLine, direct }: TextTable): string | null {
  if (!direct) return null;
  const columns = inputNames(header).map((name) => `${cellOf(name)}: 'VARCHAR'`);
  return `read_csv(${quoted(direct.path)}, delim = ${quoted(direct.delimiter)}, quote = '"', escape = '"', header = false, skip = ${headerLine},
    columns = {${columns.join(", ")}}, auto_detect = false, strict_mode = true, null_padding = false)`;
}

const columnsOf = (inputs: string[]) => inputs.map((name) => `${cellOf(name)} VARCHAR`).join(", ");

/** DuckDB's own words for a file that its reader does not take. */
const isReadingFault = (error: unknown) =>
  error instanceof Error && /CSV|Invalid Input|unicode|utf/i.test(error.message);

/** True when DuckDB found a row on each line: no blank line, no line break within quotes, so that a row's place tells its line. */
async function isLineByLine(warehouse: Warehouse, { direct, headerLine }: TextTable, name: string): Promise<boolean> {
  const [count] = await warehouse.rows<{ n: number }>(`select count(*)::integer as n from ${name}`);
  return direct !== null && count?.n === direct.lines - headerLine;
}

async function readInto(
  warehouse: Warehouse,
  table: TextTable,
  name: string,
  dropped: (header: string) => boolean,
): Promise<Relation> {
  const kept = table.header.flatMap((header, at) =>
    dropped(header) ? [] : [{ input: inputNames(table.header)[at] ?? header, at }],
  );
  const inputs = kept.map(({ input }) => input);
  const direct = directSource(table);
  if (direct)
    try {
      await warehouse.run(`create or replace table ${name} as select ${inputs.map(cellOf).join(", ")} from ${direct}`);
      // A plain read keeps the order of the file; what joins tables does not, so a row takes its line from here.
      if (await isLineByLine(warehouse, table, name)) {
        const from = `(select *, (rowid + ${table.headerLine + 1})::integer as _line from ${name})`;
        return { from, inputs, misshapen: [] };
      }
    } catch (error) {
      if (!isReadingFault(error)) throw error;
    }
  await warehouse.run(`create or replace table ${name} (_line INTEGER, ${columnsOf(inputs)})`);
  const misshapen: TextRecord[] = [];
  for await (const portion of table.records()) {
    const whole: (readonly [number, ...(string | null)[]])[] = [];
    for (const { line, cells } of portion)
      if (cells.length === table.header.length) whole.push([line, ...kept.map(({ at }) => cells[at] ?? null)] as const);
      else misshapen.push({ line, cells: cells.filter((_, at) => !dropped(table.header[at] ?? "")) });
    await warehouse.appendTexts("raw", name.replace("raw.", ""), whole);
  }
  return { from: name, inputs, misshapen };
}

/** Puts the records in the table `name`, each with its line; columns that are `dropped` never get there. */
export async function storedRelation(...[warehouse, table, name, dropped]: Parameters<typeof readInto>) {
  try {
    return await readInto(warehouse, table, name, dropped);
  } finally {
    // Half of an old and half of a new export is told before whatever else it led to.
    table.refuseChanged?.();
  }
}

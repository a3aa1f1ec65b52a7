import { quoted } from "./cells.ts";
import { cellOf } from "./formats/format.ts";
import { recordsAt } from "./read/recordsAt.ts";
import { inputNames, type TextRecord, type TextTable } from "./read/textTable.ts";
import { storeTexts, type TextRow } from "./storeTexts.ts";
import type { Warehouse } from "./warehouse.ts";

/** The text cells of a file in DuckDB: a column `"in:<header>"` for each header, and `_line`. */
export interface Relation {
  from: string;
  inputs: string[];
  /** Records with more or fewer cells than the header; they are not in the relation. */
  misshapen: TextRecord[];
  /** Records of another table in the same file; they are not in the relation either. */
  others: number;
  /** The cells of some lines as they stand in the file, one for each input. */
  cellsAt(lines: number[]): Promise<Map<number, string[]>>;
}

/** A file that DuckDB reads by itself: `from` gives its cells in the order of the file, and finds `rows` of them when each line is a row. */
export interface DirectFile {
  from: string;
  firstLine: number;
  rows: number;
}

type IsDropped = (header: string) => boolean;

/** Columns that are not dropped, by their name in the relation and their place in the file. */
const keptOf = ({ header }: TextTable, isDropped: IsDropped) => {
  const names = inputNames(header);
  return header.flatMap((name, at) => (isDropped(name) ? [] : [{ input: names[at] ?? name, at }]));
};

/** SQL that leaves the reading to DuckDB, or null when the file asks for care. */
export function directFile(table: TextTable, isDropped: IsDropped): DirectFile | null {
  const { header, headerLine, direct } = table;
  if (!direct) return null;
  const columns = inputNames(header).map((name) => `${cellOf(name)}: 'VARCHAR'`);
  const inputs = keptOf(table, isDropped).map(({ input }) => cellOf(input));
  return {
    from: `(select ${inputs.join(", ")} from read_csv(${quoted(direct.path)}, delim = ${quoted(direct.delimiter)}, quote = '"', escape = '"',
      header = false, skip = ${headerLine}, columns = {${columns.join(", ")}}, auto_detect = false, strict_mode = true, null_padding = false,
      buffer_size = 8388608))`,
    firstLine: headerLine + 1,
    rows: direct.lines - headerLine,
  };
}

/** True for DuckDB's own words for a file that its reader does not take. */
export const isReadingFault = (error: unknown): boolean =>
  error instanceof Error && /CSV|Invalid Input|unicode|utf/i.test(error.message);

/** Puts the cells in the table `name` as they stand; false where DuckDB does not take the file or a row is no line, so that its place tells nothing. */
async function storedInOrder(warehouse: Warehouse, { from, rows }: DirectFile, name: string): Promise<boolean> {
  try {
    await warehouse.run(`create or replace table ${name} as from ${from}`);
  } catch (error) {
    if (!isReadingFault(error)) throw error;
    return false;
  }
  const [count] = await warehouse.rows<{ n: number }>(`select count(*)::integer as n from ${name}`);
  return count?.n === rows;
}

/**
 * Some lines of a direct file in the table `name`; the cells of the others are read from the file when they are asked for. Null when a line on its
 * own has not as many cells as the header.
 */
export async function linesRelation(
  warehouse: Warehouse,
  table: TextTable,
  name: string,
  isDropped: IsDropped,
  lines: number[],
): Promise<Relation | null> {
  const kept = keptOf(table, isDropped);
  const inputs = kept.map(({ input }) => input);
  const read = async (wanted: number[]) =>
    table.direct && wanted.length > 0 ? await recordsAt(table.direct, wanted) : [];
  const keptCells = ({ cells }: TextRecord) => kept.map(({ at }) => cells[at] ?? "");
  const records = await read(lines);
  if (records.some(({ cells }) => cells.length !== table.header.length)) return null;
  await storeTexts(warehouse, name, inputs, [records.map((record): TextRow => [record.line, ...keptCells(record)])]);
  const cellsAt = async (wanted: number[]) =>
    new Map((await read(wanted)).map((record) => [record.line, keptCells(record)]));
  return { from: name, inputs, misshapen: [], others: 0, cellsAt };
}

/** Puts the records in the table `name`, each with its line; columns that are dropped never get there. */
export async function storedRelation(
  warehouse: Warehouse,
  table: TextTable,
  name: string,
  isDropped: IsDropped,
): Promise<Relation> {
  const kept = keptOf(table, isDropped);
  const inputs = kept.map(({ input }) => input);
  const over = (from: string, misshapen: TextRecord[], others: number): Relation => ({
    ...{ from, inputs, misshapen, others },
    cellsAt: async (lines) => {
      const cells = `[${inputs.map((input) => `coalesce(${cellOf(input)}, '')`).join(", ")}]`;
      const rows = await warehouse.rows<{ line: number; cells: string[] }>(
        `select _line as line, ${cells} as cells from ${from} where _line in (select unnest($1::integer[]))`,
        [`[${lines.join(",")}]`],
      );
      return new Map(rows.map(({ line, cells }) => [line, cells]));
    },
  });
  const file = directFile(table, isDropped);
  if (file && (await storedInOrder(warehouse, file, name)))
    return over(`(select *, (rowid + ${file.firstLine})::integer as _line from ${name})`, [], 0);
  const misshapen: TextRecord[] = [];
  let others = 0;
  await storeTexts(warehouse, name, inputs, whole());
  return over(name, misshapen, others);

  async function* whole(): AsyncGenerator<TextRow[]> {
    for await (const portion of table.records()) {
      const rows: TextRow[] = [];
      for (const { line, cells, isOther } of portion)
        if (isOther) others++;
        else if (cells.length === table.header.length) rows.push([line, ...kept.map(({ at }) => cells[at] ?? null)]);
        else misshapen.push({ line, cells: cells.filter((_, at) => !isDropped(table.header[at] ?? "")) });
      yield rows;
    }
  }
}

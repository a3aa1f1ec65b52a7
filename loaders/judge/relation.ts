import { cellOf } from "../formats/format.ts";
import { recordsAt } from "../read/delimited/recordsAt.ts";
import { isBlank, type TextRecord, type TextTable } from "../read/textTable.ts";
import type { Warehouse } from "../warehouse.ts";
import { type DirectFile, directFile, type IsDropped, isReadingFault, keptOf } from "./directFile.ts";
import { rowsWithin, type Swallower } from "./lostQuote.ts";
import { storeTexts, type TextRow } from "./storeTexts.ts";

/** Held rows are kept in memory to be told and written; where more of a table are held, its columns or mapping are wrong rather than its rows. */
export const MOST_HELD = 200_000;

/** The text cells of a file in DuckDB: a column `"in:<header>"` for each header, and `_line`. */
export interface Relation {
  from: string;
  inputs: string[];
  /** Records with more or fewer cells than the header; they are not in the relation. The reading ends where they are too many. */
  misshapen: TextRecord[];
  /** Records of another table in the same file, and those with no text in any cell; they are not in the relation either. */
  others: number;
  blanks: number;
  /** Records of which a cell holds what looks like the next rows; they are in the relation. */
  swallowers: Swallower[];
  /** The cells of some lines as they stand in the file, one for each input. */
  cellsAt(lines: number[]): Promise<Map<number, string[]>>;
}

/** Puts the cells in the table `name` as they stand; false where DuckDB does not take the file or a row is no line, so that its place tells nothing. */
async function storedInOrder(warehouse: Warehouse, { marked, rows }: DirectFile, name: string): Promise<boolean> {
  try {
    await warehouse.run(`create or replace table ${name} as from ${marked}`);
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
  const filled = records.filter(({ cells }) => !cells.every(isBlank));
  await storeTexts(warehouse, name, inputs, [filled.map((record): TextRow => [record.line, ...keptCells(record)])]);
  const cellsAt = async (wanted: number[]) =>
    new Map((await read(wanted)).map((record) => [record.line, keptCells(record)]));
  const blanks = records.length - filled.length;
  return { from: name, inputs, misshapen: [], others: 0, blanks, swallowers: [], cellsAt };
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
  const over = (from: string, apart: Pick<Relation, "misshapen" | "others" | "blanks" | "swallowers">): Relation => ({
    ...{ from, inputs, ...apart },
    cellsAt: async (lines) => {
      const cells = `[${inputs.map((input) => `coalesce(${cellOf(input)}, '')`).join(", ")}]`;
      const rows = await warehouse.rows<{ line: number; cells: string[] }>(
        `select _line as line, ${cells} as cells from ${from} where _line in (select unnest($1::integer[]))`,
        [`[${lines.join(",")}]`],
      );
      return new Map(rows.map(({ line, cells }) => [line, cells]));
    },
  });
  const apart = { misshapen: [] as TextRecord[], others: 0, blanks: 0, swallowers: [] as Swallower[] };
  const file = directFile(table, isDropped);
  if (file && (await storedInOrder(warehouse, file, name))) {
    const [count] = await warehouse.rows<{ n: number }>(`select count(*)::integer as n from ${name} where _is_blank`);
    const from = `(select * exclude _is_blank, (rowid + ${file.firstLine})::integer as _line from ${name} where not _is_blank)`;
    return over(from, { ...apart, blanks: count?.n ?? 0 });
  }
  const keptCells = (cells: TextRecord["cells"]) => kept.map(({ at }) => cells[at] ?? null);
  await storeTexts(warehouse, name, inputs, whole());
  return over(name, apart);

  async function* whole(): AsyncGenerator<TextRow[]> {
    for await (const portion of table.records()) {
      const rows: TextRow[] = [];
      for (const { line, cells, isOther, lastLine } of portion)
        if (cells.every(isBlank)) apart.blanks++;
        else if (isOther) apart.others++;
        else if (cells.length === table.header.length) {
          rows.push([line, ...keptCells(cells)]);
          const within = lastLine && table.delimiter ? rowsWithin(cells, table.delimiter) : null;
          if (lastLine && within)
            apart.swallowers.push({
              ...{ line, lastLine, cells: keptCells(cells).map((cell) => cell ?? "") },
              rows: within.map((row) => keptCells(row).map((cell) => cell ?? "")),
            });
        } else apart.misshapen.push({ line, cells: cells.filter((_, at) => !isDropped(table.header[at] ?? "")) });
      yield rows;
      if (apart.misshapen.length > MOST_HELD) return;
    }
  }
}

import { quoted } from "../contracts/cells.ts";
import { cellOf } from "../formats/format.ts";
import { inputNames, type TextTable } from "../read/textTable.ts";

/** A file that DuckDB reads by itself: `from` gives its cells in the order of the file, and finds `rows` of them when each line is a row. */
export interface DirectFile {
  from: string;
  /** The same with `_is_blank`, true where no cell of the row holds a text. */
  marked: string;
  firstLine: number;
  rows: number;
}

export type IsDropped = (header: string) => boolean;

/** Columns that are not dropped, by their name in the relation and their place in the file. */
export const keptOf = ({ header }: TextTable, isDropped: IsDropped) => {
  const names = inputNames(header);
  return header.flatMap((name, at) => (isDropped(name) ? [] : [{ input: names[at] ?? name, at }]));
};

/** SQL that is true when no cell holds a text; the first signs tell it of nearly every row, and the slow search for white space of the others. */
const isBlankSql = (cells: string[]): string =>
  `case when ${cells.map((cell) => `(${cell} >= '!' and ${cell} < chr(127))`).join(" or ")} then false
    else not coalesce(${cells
      .map((cell) => `regexp_matches(${cell}, '[^\\s\\v\\p{Z}\\x{feff}]')`)
      .map((filled) => `nullif(${filled}, false)`)
      .join(", ")}, false) end`;

/** SQL that leaves the reading to DuckDB, or null when the file asks for care. */
export function directFile(table: TextTable, isDropped: IsDropped): DirectFile | null {
  const { header, headerLine, direct } = table;
  if (!direct) return null;
  const columns = inputNames(header).map((name) => `${cellOf(name)}: 'VARCHAR'`);
  const inputs = keptOf(table, isDropped).map(({ input }) => cellOf(input));
  const reader = `read_csv(${quoted(direct.path)}, delim = ${quoted(direct.delimiter)}, quote = '"', escape = '"',
      header = false, skip = ${headerLine}, columns = {${columns.join(", ")}}, auto_detect = false, strict_mode = true, null_padding = false,
      buffer_size = 8388608)`;
  return {
    from: `(select ${inputs.join(", ")} from ${reader})`,
    marked: `(select ${inputs.join(", ")}, ${isBlankSql(inputNames(header).map(cellOf))} as _is_blank from ${reader})`,
    firstLine: headerLine + 1,
    rows: direct.lines - headerLine,
  };
}

/** True for DuckDB's own words for a file that its reader does not take. */
export const isReadingFault = (error: unknown): boolean =>
  error instanceof Error && /CSV|Invalid Input|unicode|utf/i.test(error.message);

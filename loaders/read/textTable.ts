import type { TextHead } from "../formats/format.ts";

export interface TextRecord {
  /** First line of the record in the file (row of the sheet). */
  line: number;
  cells: (string | null)[];
  /** Where a record of delimited text stands on several lines. */
  lastLine?: number;
  /** The record belongs to another table that the file holds further on; it is left out by the rule `other_block`. */
  isOther?: boolean;
}

/** A file as text cells: its header is known, its records are read when they are asked for. */
export interface TextTable extends TextHead {
  /** Names as they stand in the file, with spaces evened out; a name may stand twice. */
  header: string[];
  headerLine: number;
  sha256: string;
  bytes: number;
  encoding: string;
  /** The separator of delimited text. */
  delimiter?: string;
  /** The sheets of a workbook, where there is a choice. */
  sheets?: string[];
  /** Other sheets with the same header: more rows of the same table. */
  alike?: string[];
  /** A quarantine file that comes back: rows out of the middle of another file. */
  isMended?: boolean;
  /** Where DuckDB can read the records by itself, with the number of lines that it must then have found. */
  direct: { path: string; delimiter: string; lines: number } | null;
  records(): AsyncIterable<TextRecord[]>;
  /** Throws an `InputError` when the file is no longer the one that was opened. */
  refuseChanged?(): void;
}

/** White space only, of any kind. */
export const isBlank = (cell: string | null): boolean => cell === null || cell.trim() === "";

/** A header's name with non-breaking and doubled spaces made plain. */
export const headerName = (cell: string): string => cell.replace(/[\s\u00a0\u202f\ufeff]+/g, " ").trim();

/** A name of its own for each column: a second `x` or `X` becomes `x (2)`, a nameless one `column 7`. */
export function inputNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name, i) => {
    const own = name === "" ? `column ${i + 1}` : name;
    const count = (seen.get(own.toLowerCase()) ?? 0) + 1;
    seen.set(own.toLowerCase(), count);
    return count === 1 ? own : `${own} (${count})`;
  });
}

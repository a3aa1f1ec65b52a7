import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../errors.ts";
import { decode } from "./decode.ts";

/** A table as text cells; `line` is the first line of the record in the file. */
export interface TextTable {
  header: string[];
  records: { line: number; cells: string[] }[];
  encoding: string;
  delimiter: string;
}

/** A header's name with non-breaking and doubled spaces made plain. */
export const headerName = (cell: string): string => cell.replace(/[\s\u00a0\u202f\ufeff]+/g, " ").trim();

interface Parsed {
  record: string[];
  info: { lines: number };
}

const cellsOf = (text: string, delimiter: string, to?: number): Parsed[] =>
  parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    ...(to ? { to } : {}),
  }) as unknown as Parsed[];

/** The separator under which the first line holds most of the known names (most cells, where none is known). */
function findDelimiter(text: string, known: ReadonlySet<string>): string {
  const firstLine = text.slice(0, text.indexOf("\n") + 1 || undefined);
  const score = (delimiter: string) => {
    const names = firstLine.split(delimiter).map((cell) => headerName(cell.replaceAll('"', "")));
    return names.filter((name) => known.has(name)).length * 1000 + names.length;
  };
  return [",", ";", "\t"].reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best));
}

/** Reads comma, semicolon or tab separated text. Throws an `InputError` for an empty file, a header without rows, or a quote that is never closed. */
export function readDelimited(bytes: Uint8Array, file: string, known: ReadonlySet<string>): TextTable {
  if (bytes.length === 0) throw new InputError(`empty file: ${file}`, 3);
  const { text, encoding } = decode(bytes, file);
  const lines = text.replace(/\r\n?/g, "\n");
  const declared = /^sep=(.)\n/.exec(lines);
  const skipped = declared ? 1 : 0;
  const body = declared ? lines.slice(declared[0].length) : lines;
  const delimiter = declared?.[1] ?? findDelimiter(body, known);
  let parsed: Parsed[];
  try {
    parsed = cellsOf(body, delimiter);
  } catch (error) {
    const detail = error instanceof CsvError ? error.message : String(error);
    throw new InputError(`not a readable table: ${detail} (${file})`, 3);
  }
  const records = parsed.map(({ record, info }, i) => ({
    line: (parsed[i - 1]?.info.lines ?? 0) + 1 + skipped,
    end: info.lines,
    cells: record,
  }));
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [header, ...rows] = filled;
  if (!header) throw new InputError(`empty file: ${file} holds no cell`, 3);
  if (rows.length === 0) throw new InputError(`no rows under the header: ${file}, line ${header.line}`, 3);
  return {
    header: header.cells.map(headerName),
    records: rows.map(({ line, cells }) => ({ line, cells })),
    encoding,
    delimiter,
  };
}

import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import type { TextRecord, TextTable } from "../textTable.ts";
import { CSV, withoutSpacing } from "./csv.ts";

const LINE_FEED = 10;

/** Some lines of a file, by their number from 1; the file is read once and never whole in memory. */
async function linesAt(path: string, lines: ReadonlySet<number>): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  let line = 1;
  let begun: Uint8Array[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      if (lines.has(line)) found.set(line, Buffer.concat([...begun, chunk.subarray(start, end)]).toString("utf8"));
      begun = [];
      start = end + 1;
      line++;
    }
    if (lines.has(line)) begun.push(Buffer.from(chunk.subarray(start)));
  }
  if (lines.has(line)) found.set(line, Buffer.concat(begun).toString("utf8"));
  return found;
}

/** The cells of one line, read with the care that the whole file is read with; a line that is no record on its own is one cell. */
function cellsOf(line: string, delimiter: string): string[] {
  try {
    const [cells = []] = parse(line, { ...CSV, delimiter }) as string[][];
    return withoutSpacing(cells);
  } catch (error) {
    if (error instanceof CsvError) return [line];
    throw error;
  }
}

/** The records of a direct file (UTF-8, a record on each line) that stand on some lines, in the order of the file. */
export async function recordsAt(
  { path, delimiter }: NonNullable<TextTable["direct"]>,
  lines: Iterable<number>,
): Promise<TextRecord[]> {
  const found = await linesAt(path, new Set(lines));
  return [...found].map(([line, text]) => ({ line, cells: cellsOf(text.replace(/\r$/, ""), delimiter) }));
}

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quoted } from "../contracts/cells.ts";
import { cellOf } from "../formats/format.ts";
import type { Warehouse } from "../warehouse.ts";

/** A line of the file with a text, or nothing, for each input. */
export type TextRow = readonly [line: number, ...cells: (string | null)[]];

/** What DuckDB takes as one line without being told, in bytes; a character has three of them at most. */
const USUAL_LINE = 2_000_000 / 3;

const cellText = (cell: string | null) => (cell === null ? "" : `"${cell.replaceAll('"', '""')}"`);

/**
 * Makes the table `name` of `_line` and a text column for each input. The rows go by way of a file of their own, for DuckDB reads a file
 * several times faster than it takes cells one by one.
 */
export async function storeTexts(
  warehouse: Warehouse,
  name: string,
  inputs: string[],
  portions: AsyncIterable<TextRow[]> | Iterable<TextRow[]>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-read-"));
  const path = join(folder, "texts.csv");
  let longest = 0;
  let breaks = false;
  try {
    const file = openSync(path, "w");
    try {
      for await (const portion of portions) {
        const lines = portion.map(([line, ...cells]) => `${line},${cells.map(cellText).join(",")}\n`);
        for (const line of lines) {
          longest = Math.max(longest, line.length);
          breaks ||= line.indexOf("\n") < line.length - 1 || line.includes("\r");
        }
        writeSync(file, lines.join(""));
      }
    } finally {
      closeSync(file);
    }
    const columns = ["_line: 'INTEGER'", ...inputs.map((input) => `${cellOf(input)}: 'VARCHAR'`)];
    const size = longest > USUAL_LINE ? `, max_line_size = ${longest * 3}, buffer_size = ${longest * 6}` : "";
    await warehouse.run(
      `create or replace table ${name} as from read_csv(${quoted(path)}, delim = ',', quote = '"', escape = '"', header = false,
       columns = {${columns.join(", ")}}, auto_detect = false, strict_mode = true, null_padding = false, allow_quoted_nulls = false, new_line = '\\n', parallel = ${!breaks}${size})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

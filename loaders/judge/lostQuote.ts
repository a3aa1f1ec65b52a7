import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { storeTexts, type TextRow } from "./storeTexts.ts";
import { verdictSql } from "./verdict.ts";

/** A record that most likely took the next rows into one of its cells, since the quote that closes it is gone. */
export interface Swallower {
  line: number;
  lastLine: number;
  /** Its cells as they were read. */
  cells: string[];
  /** The same text as rows that each have the right number of cells. */
  rows: string[][];
}

/** The rows that a record would be if the quotes of a cell over several lines were no quotes; null where one of them has another number of cells. */
export function rowsWithin(cells: readonly (string | null)[], delimiter: string): string[][] | null {
  const texts = cells.map((cell) => cell ?? "");
  for (const [at, text] of texts.entries()) {
    const lines = text.replace(/^"/, "").split("\n");
    const last = lines.length - 1;
    const rows = lines
      .map((line, i) => [
        ...(i === 0 ? texts.slice(0, at) : []),
        ...line.split(delimiter),
        ...(i === last ? texts.slice(at + 1) : []),
      ])
      .filter((row) => row.length > 1 || row[0]?.trim() !== "");
    if (last > 0 && rows.length > 1 && rows.every(({ length }) => length === texts.length)) return rows;
  }
  return null;
}

/**
 * The records of which every row within reads as a row of the contract: what a person typed over several lines may have as many commas, but
 * no key, date and number in their places.
 */
export async function lostQuotes(
  warehouse: Warehouse,
  { contract, shaping }: SourceFile,
  inputs: string[],
  swallowers: Swallower[],
  name: string,
): Promise<Swallower[]> {
  if (swallowers.length === 0) return [];
  const rows = swallowers.flatMap(({ rows }, at) => rows.map((cells) => ({ at, cells })));
  await storeTexts(warehouse, name, inputs, [rows.map(({ cells }, no): TextRow => [no, ...cells])]);
  const sound = await warehouse.rows<{ no: number }>(
    `select _line as no from (${verdictSql(contract, { from: name, inputs }, shaping)})
     group by _line having not coalesce(bool_or(regexp_matches(array_to_string(_problems, ' '), '[|](missing|unreadable|not_allowed)')), false)`,
  );
  await warehouse.run(`drop table ${name}`);
  const found = new Set(sound.map(({ no }) => no));
  const broken = new Set(rows.flatMap(({ at }, no) => (found.has(no) ? [] : [at])));
  return swallowers.filter((_, at) => !broken.has(at));
}

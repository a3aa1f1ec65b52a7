import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Format } from "../formats/format.ts";
import type { TextTable } from "../read/textTable.ts";
import { escapeFormula, QUARANTINE_COLUMNS } from "../sources/mended.ts";
import type { Problem, RejectedRow } from "./problem.ts";

/** A judged file, as far as its quarantine file needs it. */
interface JudgedRows {
  source: { file: string; table: TextTable; format: Format };
  header: string[];
  rejected: RejectedRow[];
}

const csvCell = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvLine = (cells: string[]) => `${cells.map((cell) => csvCell(escapeFormula(cell))).join(",")}\r\n`;
const all = (problems: Problem[], pick: (problem: Problem) => string) => problems.map(pick).join(" | ");

export interface Held {
  file: string;
  header: string[];
  rows: RejectedRow[];
  /** Lines above the header without which its rows do not say enough. */
  above: string[];
}

/** The rows of a judged file that are held, as its quarantine file keeps them. */
export function heldOf({ source: { file, table, format }, header, rejected }: JudgedRows): Held {
  const { needs } = format;
  return { file, header, rows: rejected, above: needs ? table.preamble.filter((line) => needs(line)) : [] };
}

/**
 * Writes `<folder>/<source>.csv` (UTF-8 with byte-order mark): a line for each rejected row of the source's files with what is wrong, then the
 * original cells under all their headers, so that a mended file can be loaded as it is, and in front the lines above the header that its files
 * share. Returns its path, or null when there is nothing to hold.
 */
export function writeQuarantine(folder: string, source: string, files: Held[]): string | null {
  const held = files.filter(({ rows }) => rows.length > 0);
  if (held.length === 0) return null;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${source}.csv`);
  const header = [...new Set(held.flatMap((one) => one.header))];
  const lines = held.flatMap((one) => {
    const at = header.map((name) => one.header.indexOf(name));
    const isSame = at.every((place, i) => place === i);
    return one.rows.map(({ line, cells, problems }) =>
      csvLine([
        one.file,
        String(line),
        all(problems, ({ column }) => column),
        all(problems, ({ value }) => value),
        all(problems, ({ rule }) => rule),
        all(problems, ({ message }) => message.nl),
        all(problems, ({ message }) => message.en),
        ...(isSame ? cells : at.map((place) => cells[place] ?? "")),
      ]),
    );
  });
  const [above = "", ...others] = new Set(held.map((one) => one.above.map((line) => `${line}\r\n`).join("")));
  writeFileSync(
    path,
    `\ufeff${others.length > 0 ? "" : above}${csvLine([...QUARANTINE_COLUMNS, ...header])}${lines.join("")}`,
  );
  return path;
}

/** Removes quarantine files of earlier loads: what is held now is what this load holds. */
export function clearQuarantine(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(".csv")) rmSync(join(folder, name));
}

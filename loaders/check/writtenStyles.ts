import type { SourceConfig } from "../config/config.ts";
import { SAID } from "../contracts/called.ts";
import { BLANKS } from "../contracts/cells.ts";
import type { TextTable } from "../read/textTable.ts";

/** The cells under each header, those that hold something. */
export async function cellsOf(table: TextTable): Promise<Map<string, string[]>> {
  const cells = new Map<string, string[]>(table.header.map((name) => [name, []]));
  for await (const portion of table.records())
    for (const record of portion)
      table.header.forEach((name, at) => {
        const cell = record.cells[at]?.trim() ?? "";
        if (!BLANKS.includes(cell)) cells.get(name)?.push(cell);
      });
  return cells;
}

/** How days are written under some headers, and whether that is sure. */
export function dateStyle(cells: string[]): { dates?: SourceConfig["dates"]; isSure: boolean } {
  const days = cells.flatMap((cell) => {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(cell);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  if (days.length === 0)
    return cells.some((cell) => /\d{1,2}[- ][a-z]{3,}/i.test(cell)) ? { dates: "dmy", isSure: true } : { isSure: true };
  const isDmy = days.some(([first]) => first > 12);
  const isMdy = days.some(([, second]) => second > 12);
  return { dates: isMdy && !isDmy ? "mdy" : "dmy", isSure: isDmy !== isMdy };
}

/** How amounts are written under some headers; null where as usual. */
export function numberStyle(cells: string[]): SourceConfig["numbers"] | null {
  const amounts = cells.map((cell) => cell.replace(/[€()\s]|EUR/gi, ""));
  if (amounts.some((cell) => /^-?[\d.]*\d,\d{1,2}$/.test(cell))) return "dutch";
  if (amounts.some((cell) => /^-?[\d,]*\d\.\d{1,2}$/.test(cell)))
    return amounts.some((cell) => cell.includes(",")) ? "english" : null;
  return amounts.some((cell) => /^-?\d{1,3}(\.\d{3})+$/.test(cell)) ? "dutch" : null;
}

/** What the words under a header mean, and those of which it is not known. */
export function wordsOf(
  column: string,
  cells: string[],
  allowed: readonly string[],
): { values: Record<string, string>; unknown: string[] } {
  const values: Record<string, string> = {};
  const unknown: string[] = [];
  for (const word of new Set(cells)) {
    if (allowed.includes(word.toLowerCase())) continue;
    const meant = Object.entries(SAID[column] ?? {}).find(([, words]) => words.includes(word.toLowerCase()))?.[0];
    if (meant) values[word] = meant;
    else unknown.push(word);
  }
  return { values, unknown };
}

/** Texts that stand for nothing where a number or day is. */
export const NOTHING = /^(\?+|x|nvt|n\/a|onbekend|geen|te bepalen|tbd)$/i;

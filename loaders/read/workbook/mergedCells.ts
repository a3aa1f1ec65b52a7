import { MAX_COLUMNS } from "../limits.ts";
import type { Merge } from "./headerRow.ts";

/** A block of more rows is a frame or a mistake rather than one cell for them all. */
const MOST_MERGED = 10_000;
const TAIL_BYTES = 8 * 1024 * 1024;
const MARK = "sheetData>";
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Collects what stands after the rows of a sheet, where a workbook lists its merged cells, without reading the rows themselves. */
export function mergedCells() {
  let before = Buffer.alloc(0);
  let tail: string | null = null;
  return {
    write(chunk: Uint8Array): void {
      if (tail !== null) {
        if (tail.length < TAIL_BYTES) tail += Buffer.from(chunk).toString("latin1");
        return;
      }
      const bytes = Buffer.concat([before, chunk]);
      for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + 1))
        if (/<\/(\w+:)?$/.test(bytes.toString("latin1", Math.max(0, at - 16), at))) {
          tail = bytes.toString("latin1", at);
          return;
        }
      before = bytes.subarray(-64);
    },
    merges(): Merge[] {
      return [...(tail ?? "").matchAll(MERGE)].map(([, left = "", top, right = "", bottom]) => ({
        firstLine: Number(top),
        lastLine: Number(bottom),
        firstColumn: columnOf(left),
        lastColumn: Math.min(columnOf(right), MAX_COLUMNS - 1),
      }));
    },
  };
}

/** Gives each row of a block that is merged downwards the text of its first cell; the rows come from top to bottom. */
export function fillMerged(merges: readonly Merge[]): (line: number, cells: (string | null)[]) => void {
  const texts = new Map<Merge, string | null>();
  const byLine = new Map<number, Merge[]>();
  for (const merge of merges)
    if (merge.lastLine > merge.firstLine && merge.lastLine - merge.firstLine < MOST_MERGED)
      for (let line = merge.firstLine; line <= merge.lastLine; line++)
        byLine.set(line, [...(byLine.get(line) ?? []), merge]);
  return (line, cells) => {
    for (const merge of byLine.get(line) ?? []) {
      const { firstLine, firstColumn } = merge;
      if (line === firstLine) texts.set(merge, cells[firstColumn] ?? null);
      const text = texts.get(merge) ?? null;
      if (line === firstLine || text === null || (cells[firstColumn] ?? null) !== null) continue;
      while (cells.length < firstColumn) cells.push(null);
      cells[firstColumn] = text;
    }
  };
}

/** A cell on one line, without the signs that would steer a terminal. */
const plain = (cell: string) => cell.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
const cut = (text: string, width: number) =>
  [...text].length > width ? `${[...text].slice(0, Math.max(1, width - 1)).join("")}…` : text;

export interface ScreenOptions {
  /** Widest line; the last column is cut to it. */
  width: number;
  /** Columns that hold numbers, by place. */
  numbers?: number[];
  /** Widest cell of any column but the last. */
  widest?: number;
}

/** Rows under a header in aligned columns. */
export function screenTable(
  header: string[],
  rows: string[][],
  { width, numbers = [], widest = 32 }: ScreenOptions,
): string[] {
  const last = header.length - 1;
  const cells = [header, ...rows].map((row) =>
    row.map((cell, i) => (i === last ? plain(cell) : cut(plain(cell), widest))),
  );
  const widths = header.map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? "")].length)));
  const padded = (cell: string, i: number) => {
    const space = " ".repeat(Math.max(0, (widths[i] ?? 0) - [...cell].length));
    return numbers.includes(i) ? space + cell : i === last ? cell : cell + space;
  };
  return cells.map((row) => cut(`  ${row.map(padded).join("  ")}`.trimEnd(), width));
}

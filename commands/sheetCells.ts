import type { Cell } from "write-excel-file/node";

/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of CSV, with its line end. */
export const csvLine = (cells: string[]): string => `${cells.map((cell) => quote(safe(cell))).join(",")}\r\n`;

/** A cell of a workbook that holds a text, however it looks. */
export const written = (text: string, style: Partial<Cell & object> = {}): Cell => ({
  value: safe(text),
  type: String,
  format: "@",
  wrap: true,
  alignVertical: "top",
  ...style,
});
export const bold = (text: string): Cell => written(text, { fontWeight: "bold" });

/** How delimited text is read: any number of cells, spaces in front of a cell are no part of it, and a quote in the middle is a sign like any other. */
export const CSV = { relax_column_count: true, relax_quotes: true, ltrim: true } as const;

/** A record as csv-parse gives it with `info`. */
export interface Parsed {
  record: string[];
  info: { lines: number };
}

/** A quoted cell with spaces behind its closing quote, as it is told of: its quotes and spaces still stand. */
const SPACED = /^"([^"]*)"[ \t]+$/;

/** The cells without what stands around the quotes. */
export const withoutSpacing = (cells: string[]): string[] =>
  cells.some((cell) => SPACED.test(cell)) ? cells.map((cell) => cell.replace(SPACED, "$1")) : cells;

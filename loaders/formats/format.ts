import type { Contract } from "../contracts/contract.ts";

/** A table of text cells as it was read: what stands above the header, the header, and the name of the file. */
export interface TextHead {
  header: readonly string[];
  /** Lines above the header (a title, a period), without line ends. */
  preamble: readonly string[];
  file: string;
  /** A workbook that counts its days from 1904. */
  from1904?: boolean;
  /** What parts the cells of a text file; exports use commas, and a spreadsheet on a Belgian PC saves them again with semicolons. */
  delimiter?: string;
  /** The declared or found date of the file, `yyyy-mm-dd`: what a total stands for when the file itself does not say. */
  day?: string;
}

export type NumberStyle = "plain" | "dutch" | "english";
export type DateStyle = "iso" | "dmy" | "mdy" | "month_name" | "compact" | "excel" | "no_year";

/** What the configuration says of a source beside its file; a format may ask for more under `options`. */
export interface ShapeOptions {
  /** Contract column → header in the file. */
  columns: Record<string, string>;
  /** Contract column → the same text in every row. */
  constants: Record<string, string>;
  /** Contract column → what a text of the file means in the contract. */
  values: Record<string, Record<string, string>>;
  /** Texts that stand for "nothing" beside the usual ones. */
  blanks: string[];
  numbers: NumberStyle;
  dates: DateStyle;
  /** What a row without a number of its own is known by. */
  key_from?: string[];
  options: Record<string, unknown>;
}

/** The text cells that hold names in the place of codes, in SQL. */
export interface NameCells {
  school?: string;
  place?: string;
  postcode?: string;
  lecturer?: string;
  company?: string;
  teacher?: string;
}

/** How the records of a file become rows of a contract, in SQL over its text cells: the cell under header `x` is the column `"in:x"`. */
export interface Shaping {
  /** The text of each contract column in canonical form; a text that cannot be put in that form is given through `unreadable`. */
  texts: Record<string, string>;
  /** `lateral (…) as each(…)`: makes several rows of one record, such as one for each metric column. */
  each?: string;
  /** Records that are no data (a total, an unfinished form), each by a named rule; `when` is over the text cells. */
  skips?: { rule: string; when: string }[];
  /** Rows of totals, told apart in every table as `skips` are. */
  totals?: { rule: string; when: string }[];
  /**
   * The file splits what is one row of the contract: rows whose other columns hold the same values (blank equals blank) become one, with this
   * column added up. Every row is judged on its own first; only sound rows are added up, so that one with a broken cell stays alone and is held
   * under its own line. The sum takes the first line of its rows, each of them counts as accepted, and keys are compared after adding up.
   */
  sumOver?: string;
  /** Gives each record `_rank`, its number among those with the same `within`, in the order of `by` (SQL over the text cells) and then of the file. */
  rank?: { within: string; by: string[] };
  /** SQL aggregates over all text cells and `_line`, each the one line that refuses the file as a whole, or null; a mended quarantine file is not asked. */
  refusals?: string[];
  /** Names that stand for codes: the texts find the code of a name in the column `"name:<code>"`. */
  names?: NameCells;
  /** The styles that the format itself reads, so that a reason does not speak of ours. */
  writes?: { dates?: DateStyle; numbers?: NumberStyle };
  /** Rows that are kept but told of in the load report: the sum of `amount` (a text with a whole number) for each `label`, all over the text cells. */
  tallies?: { rule: string; when: string; label: string; amount: string }[];
}

/** One known export. */
export interface Format {
  id: string;
  /** Contract tables that it can fill. */
  tables: readonly string[];
  /** Headers about a person that no contract needs: dropped on reading, so that no table and no quarantine file ever holds them. */
  personal?: readonly string[];
  /** Lines above the header without which its rows do not say enough: a quarantine file keeps them. */
  needs?(line: string): boolean;
  /** Reference tables that the SQL reads, such as `reference.stem_classification`. */
  reads?: readonly string[];
  /** Keys of the configuration that it uses beside `options`, whole or for these contract columns alone; another that is given is refused by name. */
  uses: Partial<Record<Exclude<keyof ShapeOptions, "options">, true | readonly string[]>>;
  /** True when a header can only be this export's. */
  recognises(header: readonly string[]): boolean;
  /** Throws an `InputError` that names a missing column, those found, and the nearest guess. */
  shape(head: TextHead, contract: Contract, options: ShapeOptions): Shaping;
}

/** True for a header whose cells are dropped on reading; capitals do not matter. */
export const isPersonal = ({ personal = [] }: Format, header: string): boolean =>
  personal.some((name) => name.toLowerCase() === header.toLowerCase());

/** The SQL column of the text cells under a header. */
export const cellOf = (header: string): string => `"in:${header.replaceAll('"', '""')}"`;

/** Marks a text that does not have the declared form, so that no kind of cell reads it by accident; the mark is not shown. */
export const UNREADABLE = "\u2060";
export const unreadable = (text: string): string => `'${UNREADABLE}' || ${text}`;

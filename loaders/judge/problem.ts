import type { Words } from "../contracts/cells.ts";

/** One reason why a row is held, at one of its columns. */
export interface Problem {
  column: string;
  value: string;
  rule: string;
  /** What was expected, without the cell itself: this may be counted and published. */
  reason: Words;
  /** The reason with what was found: for whoever mends the file. */
  message: Words;
}

/** A row that is held, with its cells as they stood in the file. */
export interface RejectedRow {
  line: number;
  cells: string[];
  problems: Problem[];
  /** The texts by column of the contract, where the row could be read that far. */
  texts?: Record<string, string>;
}

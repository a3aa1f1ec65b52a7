import type { SourceFile } from "../sources/sources.ts";
import type { CorrectedCell } from "./correctRows.ts";
import type { Swallower } from "./lostQuote.ts";
import type { Relation } from "./relation.ts";
import type { Tally } from "./setApart.ts";

/** A file whose rows were judged one by one. */
export interface JudgedFile {
  source: SourceFile;
  relation: Relation;
  /** SQL of the sound rows: the contract's columns, `_line`, and `_row` to tell them apart. */
  sound: string;
  /** SQL of the broken rows: `_line`, `_problems`, `_texts`, `_cells`. */
  broken: string;
  /** The sound rows stand in the raw table already. */
  isStored: boolean;
  /** Tables that hold them, to be dropped in the end. */
  tables: string[];
  /** SQL over a sound row: how many records it stands for. */
  records: string;
  rowsRead: number;
  /** Records that a rule of the format left out, by rule. */
  skipped: Record<string, number>;
  tallies: Tally[];
  /** Cells of its broken and sound rows that hold the new value of a listed correction. */
  corrected: CorrectedCell[];
  /** Names that were not found, as their cells tell them, with the candidates for each. */
  unnamed: ReadonlyMap<string, string[]>;
  /** What stands in the place of teachers' names, by cell; a file without such names has none. */
  teachers?: () => Promise<Map<string, string>>;
  /** Records that are held since a quote of theirs is lost. */
  lost: Swallower[];
}

import type { TextTable } from "../read/textTable.ts";

export const QUARANTINE_COLUMNS = ["file", "line", "column", "value", "rule", "message_nl", "message_en"];

const FORMULA = /^[=+\-@\t]/;
const isNumber = (cell: string) => /^[+-]?\d+([.,]\d+)*$/.test(cell);
/** A cell that a spreadsheet would run as a formula gets an apostrophe in front; `unescape` takes it off again. */
export const escapeFormula = (cell: string) => (FORMULA.test(cell) && !isNumber(cell) ? `'${cell}` : cell);
export const unescapeFormula = (cell: string) =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

const hasReasons = (names: string[]) => QUARANTINE_COLUMNS.every((name, i) => names[i] === name);

/** The headers of the export itself: those of a mended quarantine file without its columns of reasons. */
export const ownHeaders = (names: string[]): string[] =>
  hasReasons(names) ? names.slice(QUARANTINE_COLUMNS.length) : names;

/** A quarantine file that was mended comes back with the reasons in front: those columns are dropped. */
export function withoutReasons(table: TextTable): TextTable {
  if (!hasReasons(table.header)) return table;
  const drop = QUARANTINE_COLUMNS.length;
  return {
    ...table,
    header: table.header.slice(drop),
    direct: null,
    isMended: true,
    records: async function* () {
      for await (const portion of table.records())
        yield portion.map(({ line, cells }) => ({
          line,
          cells: cells.slice(drop).map((cell) => (cell === null ? null : unescapeFormula(cell))),
        }));
    },
  };
}

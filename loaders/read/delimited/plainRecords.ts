import { closeSync, openSync, readSync } from "node:fs";

const [LINE_FEED, RETURN, SPACE, QUOTE] = [10, 13, 32, 34] as const;
const CHUNK = 1 << 20;
/** Where a byte stands: at the start of a cell, behind white space there (of which some is beyond ASCII), in a cell, within quotes, or behind a quote that may close. */
const [START, INDENT, BARE, QUOTED, AFTER] = [0, 1, 2, 3, 4] as const;

/**
 * True when each line under the header is one record of `width` cells whose quotes stand at both ends of a cell. DuckDB drops empty cells at the
 * end of a row that is too long and reads spaces beside quotes in its own way: a file with either is read with care.
 */
export function plainRecords(path: string, delimiter: string, headerLine: number, width: number): boolean {
  const separator = delimiter.charCodeAt(0);
  const buffer = Buffer.allocUnsafe(CHUNK);
  const handle = openSync(path, "r");
  let line = 1;
  let cells = 1;
  let state: number = START;
  let isBegun = false;
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      let at = 0;
      for (; line <= headerLine && at < read; at++) if (buffer[at] === LINE_FEED) line++;
      for (; at < read; at++) {
        const byte = buffer[at];
        isBegun = true;
        if (state === QUOTED) {
          if (byte === QUOTE) state = AFTER;
          else if (byte === LINE_FEED) return false;
        } else if (byte === separator) {
          cells++;
          state = START;
        } else if (byte === LINE_FEED) {
          if (cells !== width) return false;
          cells = 1;
          state = START;
          isBegun = false;
        } else if (state === AFTER) {
          if (byte === QUOTE) state = QUOTED;
          else if (byte !== RETURN) return false;
        } else if (byte === QUOTE) {
          if (state === INDENT) return false;
          if (state === START) state = QUOTED;
        } else if (state !== BARE) state = (byte ?? 0) <= SPACE || (byte ?? 0) >= 128 ? INDENT : BARE;
      }
    }
  } finally {
    closeSync(handle);
  }
  return state !== QUOTED && (!isBegun || cells === width);
}

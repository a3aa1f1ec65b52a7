import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { type Encoding, wideEncoding } from "./encoding.ts";

/** What one pass over the bytes of a file tells. */
export interface Scan {
  sha256: string;
  bytes: number;
  encoding: Encoding;
  /** Lines as LF or CRLF end them; a last line without an end counts. */
  lines: number;
  /** A carriage return stands alone somewhere: the line ends of old Macs. */
  hasLoneReturns: boolean;
  longestLine: number;
  /** A quote stands somewhere. */
  hasQuotes: boolean;
  /** The bytes of separators with which some line ends. */
  endings: Set<number>;
  /** First bytes, enough for the header. */
  head: Uint8Array;
}

const CHUNK = 1 << 20;
const HEAD = 1 << 17;
/** A head with fewer lines is taken longer, for a header of very long names. */
const HEAD_LINES = 40;
const SEPARATORS = [44, 59, 9];
const KINDS: [string, number[]][] = [["a PDF file", [0x25, 0x50, 0x44, 0x46]]];
const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, i) => bytes[i] === byte);
/** Control characters that no text holds; tab, line ends, form feed and escape do occur. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
export const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

function newlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** The first bytes with enough lines to find a header in. */
const headOf = (buffer: Buffer, end: number): Buffer => {
  const few = Math.min(end, HEAD);
  return Buffer.from(buffer.subarray(0, newlines(buffer, 0, few) < HEAD_LINES ? end : few));
};

/** Where the bytes up to `end` can be cut without cutting a UTF-8 character: at most three bytes before it. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= Math.min(4, end); back++) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return back >= (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? end : end - back;
  }
  return end;
}

/**
 * Reads a file once, for its fingerprint, its encoding (byte-order mark, else a strict UTF-8 trial, else Windows-1252) and its lines.
 * Throws an `InputError` for what is no text, and for a file that changes while it is read.
 */
export function scan(path: string, file: string): Scan {
  const handle = openSync(path, "r");
  try {
    const before = fstatSync(handle);
    const hash = createHash("sha256");
    const buffer = Buffer.allocUnsafe(CHUNK);
    let [kept, bytes, lines, line, longest] = [0, 0, 0, 0, 0];
    let [hasLoneReturns, isUtf, afterReturn] = [false, true, false];
    let hasQuotes = false;
    let head: Buffer | null = null;
    const endings = new Set<number>();
    let mark: Encoding | null = null;
    /** The last byte of the portion before, for a line that ends where a portion begins. */
    let tail = 0;
    const beforeEnd = (next: number) => buffer[buffer[next - 1] === 13 ? next - 2 : next - 1] ?? tail;
    const noteEnding = (byte: number) => SEPARATORS.includes(byte) && endings.add(byte);
    for (;;) {
      const read = readSync(handle, buffer, kept, CHUNK - kept, bytes);
      const end = kept + read;
      if (head === null) {
        head = headOf(buffer, end);
        const kind = KINDS.find(([, start]) => startsWith(buffer, start))?.[0];
        if (kind) throw new InputError(`not a text file: ${file} is ${kind}; save it as CSV or XLSX`, 3);
        mark = wideEncoding(head);
      }
      hash.update(buffer.subarray(kept, end));
      bytes += read;
      if (mark === null) {
        const control = buffer.toString("latin1", kept, end).search(CONTROL);
        if (control >= 0)
          throw new InputError(
            `not a text file: control character in ${file}, line ${lines + newlines(buffer, kept, kept + control) + 1}`,
            3,
          );
      }
      for (let at = kept; at < end; ) {
        const next = buffer.indexOf(10, at);
        const stop = next < 0 || next >= end ? end : next + 1;
        line += stop - at;
        if (stop === next + 1) {
          lines++;
          noteEnding(beforeEnd(next));
          if (line > longest) longest = line;
          line = 0;
        }
        at = stop;
      }
      if (end > kept) tail = beforeEnd(end);
      hasQuotes ||= buffer.subarray(kept, end).includes(34);
      hasLoneReturns ||= afterReturn && end > kept && buffer[kept] !== 10;
      for (
        let at = buffer.indexOf(13, kept);
        at >= 0 && at < end - 1 && !hasLoneReturns;
        at = buffer.indexOf(13, at + 1)
      )
        hasLoneReturns = buffer[at + 1] !== 10;
      if (end > kept) afterReturn = buffer[end - 1] === 13;
      if (read === 0) break;
      const whole = isUtf ? wholeCharacters(buffer, end) : end;
      if (isUtf && mark === null) isUtf = isUtf8(buffer.subarray(0, whole));
      buffer.copyWithin(0, whole, end);
      kept = end - whole;
    }
    if (line > 0) noteEnding(tail);
    const after = fstatSync(handle);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes !== after.size)
      throw new InputError(`the file changed while it was read: ${file}; try again when it is complete`, 3);
    return {
      sha256: hash.digest("hex"),
      bytes,
      encoding: mark ?? (isUtf && kept === 0 ? "utf-8" : "windows-1252"),
      lines: lines + (line > 0 ? 1 : 0),
      hasLoneReturns: hasLoneReturns || afterReturn,
      longestLine: Math.max(longest, line),
      ...{ hasQuotes, endings },
      head: head ?? new Uint8Array(),
    };
  } finally {
    closeSync(handle);
  }
}

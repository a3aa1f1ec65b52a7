import { isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const LINE_FEED = 10;
const decoders = { utf: new TextDecoder("utf-8"), windows: new TextDecoder("windows-1252") };

/**
 * Bytes of whole lines that are not all UTF-8, each line on its own: one that is no UTF-8 is Windows-1252, so that files that were pasted
 * together, or cut off within a letter, spoil no other line.
 */
export function decodeLines(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    // as a stream: all at once, some versions of Node take Windows-1252 for Latin 1, in which € and – are control characters
    text += isUtf8(line) ? decoders.utf.decode(line) : decoders.windows.decode(line, { stream: true });
    start = end;
  }
  return text;
}

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, i) => bytes[i] === byte);

const byMark = (head: Uint8Array): Encoding | null =>
  startsWith(head, [0xff, 0xfe]) ? "utf-16le" : startsWith(head, [0xfe, 0xff]) ? "utf-16be" : null;

/** UTF-16 without a mark: of nearly every two bytes, the same one is zero, and the other one never. */
function byZeros(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (pairs < 2 || Math.min(even, odd) > 0 || Math.max(even, odd) < pairs * 0.8) return null;
  return odd > 0 ? "utf-16le" : "utf-16be";
}

/** UTF-16 by its byte-order mark or its zeros; null for what is to be tried as UTF-8 first. */
export const wideEncoding = (head: Uint8Array): Encoding | null => byMark(head) ?? byZeros(head);

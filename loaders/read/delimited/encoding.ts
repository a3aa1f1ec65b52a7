export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

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

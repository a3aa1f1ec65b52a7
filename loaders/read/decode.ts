import { InputError } from "../errors.ts";

export interface Decoded {
  text: string;
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, i) => bytes[i] === byte);

function decodeBytes(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16be" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

const KINDS: [string, number[]][] = [
  ["a ZIP or Excel file", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Excel file", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PDF file", [0x25, 0x50, 0x44, 0x46]],
];

/** Bytes → text: the encoding by byte-order mark, else by a strict UTF-8 trial, else Windows-1252. Refuses what is not text. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const kind = KINDS.find(([, mark]) => startsWith(bytes, ...mark))?.[0];
  if (kind) throw new InputError(`not a text file: ${file} is ${kind}; save it as CSV`, 3);
  const decoded = decodeBytes(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const binary = decoded.text.search(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/);
  if (binary >= 0) {
    const line = decoded.text.slice(0, binary).split(/\r\n?|\n/).length;
    throw new InputError(`not a text file: control character in ${file}, line ${line}`, 3);
  }
  return decoded;
}

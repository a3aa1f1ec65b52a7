import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";

const inflated = (bytes: Uint8Array): Buffer => {
  try {
    return inflateSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
};

/** The streams of a PDF, unpacked where they are packed. */
function pdfStreams(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 7)) {
    const end = bytes.indexOf("endstream", at);
    if (end < 0) break;
    const stream = bytes.subarray(at + 7, end);
    found.push(stream, inflated(stream));
    at = end;
  }
  return found;
}

/** The chunks of a PNG that hold text, unpacked where they are packed. */
function pngTexts(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (/^(tEXt|iTXt|zTXt)$/.test(kind)) {
      found.push(data);
      for (let i = 0; i < data.length; i++) if (data[i] === 0x78) found.push(inflated(data.subarray(i)));
    }
    at += 12 + length;
  }
  return found;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const decoded = (text: string) =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);

/**
 * All that can be read in a published file, in every way in which it may be written there: as UTF-8, Latin-1 and UTF-16, through entities, percent
 * signs and base64, and inside archives, PDF streams and text chunks of pictures. The text of a PDF itself is read by pdftotext where it is there.
 */
export function textsIn(name: string, bytes: Buffer): string[] {
  const utf8 = bytes.toString("utf8");
  const plain = [utf8, bytes.toString("latin1"), bytes.toString("utf16le"), bytes.subarray(1).toString("utf16le")];
  if (bytes.subarray(0, 2).toString("latin1") === "PK")
    return Object.entries(unzipSync(bytes)).flatMap(([entry, content]) => [
      entry,
      ...textsIn(entry, Buffer.from(content)),
    ]);
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") {
    const read = spawnSync("pdftotext", ["-", "-"], { input: bytes });
    return [
      ...plain,
      ...pdfStreams(bytes).flatMap((stream) => [stream.toString("utf8"), stream.toString("utf16le")]),
      ...(read.status === 0 ? [read.stdout.toString("utf8")] : []),
    ];
  }
  if (bytes.subarray(1, 4).toString("latin1") === "PNG")
    return [...plain.slice(0, 2), ...pngTexts(bytes).map((text) => text.toString("utf8"))];
  const packed = [...utf8.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([text]) =>
    Buffer.from(text, "base64").toString(),
  );
  const percent = utf8.includes("%")
    ? [utf8.replaceAll(/(?:%[0-9a-f]{2})+/gi, (text) => Buffer.from(text.replaceAll("%", ""), "hex").toString())]
    : [];
  return [...plain, decoded(utf8), ...packed, ...percent, name];
}

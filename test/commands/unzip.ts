import { inflateRawSync } from "node:zlib";

/** The texts of the entries of a ZIP archive, by name, read from its own list of contents. */
export function unzip(zip: Buffer): Record<string, string> {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const entries: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const isStored = zip.readUInt16LE(at + 10) === 0;
    entries[zip.toString("utf8", at + 46, at + 46 + nameLength)] = (
      isStored ? packed : inflateRawSync(packed)
    ).toString("utf8");
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { InputError } from "../../errors.ts";
import { MAX_INFLATE_RATIO, MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, RATIO_FROM_BYTES } from "../limits.ts";

/** What of a ZIP file may be inflated; the figures are those of `limits.ts` unless a test asks for less. */
export interface InflateLimits {
  bytes: number;
  ratio: number;
  ratioFrom: number;
}
export const INFLATE_LIMITS: InflateLimits = {
  bytes: MAX_INFLATED_BYTES,
  ratio: MAX_INFLATE_RATIO,
  ratioFrom: RATIO_FROM_BYTES,
};

/** An open ZIP file; nothing of it is ever written to a disk. */
export interface Archive {
  names: string[];
  /** The bytes of one entry as they are inflated. */
  inflate(name: string, limits?: InflateLimits): AsyncGenerator<Uint8Array>;
  close(): void;
}

const MB = 1024 * 1024;
/** Inflating goes on beside the reading of what was inflated before. */
const AHEAD = { chunkSize: 256 * 1024, highWaterMark: 2 * MB };

async function* inflateEntry(
  zip: ZipFile,
  entry: Entry,
  { bytes, ratio, ratioFrom }: InflateLimits,
  shown: string,
): AsyncGenerator<Uint8Array> {
  const place = `${entry.fileName} in ${shown}`;
  const tooLarge = () => new InputError(`too large when inflated: ${place} (limit ${Math.round(bytes / MB)} MB)`, 3);
  if (entry.isEncrypted()) throw new InputError(`protected by a password: ${place}`, 3);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new InputError(`unknown kind of ZIP compression: ${place} (method ${entry.compressionMethod})`, 3);
  if (entry.uncompressedSize > bytes) throw tooLarge();
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  // pipeline() tells its callback what the reader of the last stream is told too
  const stream = entry.compressionMethod === 0 ? packed : pipeline(packed, createInflateRaw(AHEAD), () => {});
  let size = 0;
  let sum = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytes) throw tooLarge();
    if (size > ratioFrom && size > entry.compressedSize * ratio)
      throw new InputError(`suspicious ZIP file: ${place} grows more than ${ratio} times`, 3);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32)
    throw new InputError(`damaged file: ${place} does not have the length or checksum that was declared`, 3);
}

/** Opens a ZIP file and lists its entries. Throws an `InputError` for an entry outside its folder (`../`, absolute), too many entries, or a file that is no ZIP. */
export async function openArchive(path: string, shown: string): Promise<Archive> {
  let zip: ZipFile | undefined;
  const entries = new Map<string, Entry>();
  try {
    zip = await openPromise(path, { autoClose: false });
    if (zip.entryCount > MAX_ZIP_ENTRIES)
      throw new InputError(`too many entries: ${shown} holds ${zip.entryCount} (limit ${MAX_ZIP_ENTRIES})`, 3);
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
  } catch (error) {
    zip?.close();
    if (error instanceof InputError) throw error;
    throw new InputError(`not a readable ZIP file: ${(error as Error).message.replace(/\.$/, "")} (${shown})`, 3);
  }
  const open = zip;
  return {
    names: [...entries.keys()],
    inflate(name, limits = INFLATE_LIMITS) {
      const entry = entries.get(name);
      if (!entry) throw new InputError(`damaged file: ${shown} lacks ${name}`, 3);
      return inflateEntry(open, entry, limits, shown);
    },
    close: () => open.close(),
  };
}

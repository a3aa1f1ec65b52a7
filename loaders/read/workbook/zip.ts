import { InputError } from "../../errors.ts";
import { fileState, refuseChanged } from "../fileState.ts";
import { INFLATE_LIMITS, type InflateLimits, openArchive } from "./archive.ts";

/** One table out of a ZIP file. */
export interface ZipTable {
  /** Name of the entry within the ZIP file. */
  entry: string;
  bytes: Uint8Array;
}

const base = (name: string) => name.slice(name.lastIndexOf("/") + 1);

function choose(names: string[], asked: string | undefined, shown: string): string {
  const list = names.length > 0 ? names.slice(0, 20).join(", ") : "nothing";
  const named = (wanted: string) => {
    const found = names.filter((name) => name === wanted);
    return found.length > 0 ? found : names.filter((name) => base(name).toLowerCase() === wanted.toLowerCase());
  };
  if (asked !== undefined) {
    const [found, other] = named(asked);
    if (found === undefined) throw new InputError(`missing entry: ${asked} in ${shown}, which holds ${list}`, 3);
    if (other !== undefined) throw new InputError(`more than one entry: ${asked} in ${shown}, which holds ${list}`, 3);
    return found;
  }
  const youtube = named("Table data.csv");
  const tables = youtube.length === 1 ? youtube : names.filter((name) => /\.(csv|tsv|txt)$/i.test(name));
  if (tables.length === 1) return tables[0] as string;
  const fault = tables.length === 0 ? "no CSV" : `${tables.length} CSV files`;
  throw new InputError(`${fault} in ${shown}, which holds ${list}${tables.length > 1 ? "; name the entry" : ""}`, 3);
}

/** Reads the table in a ZIP file: the entry that is asked for, else YouTube's `Table data.csv`, else the only CSV. */
export async function readZipEntry(
  path: string,
  {
    entry: asked,
    shown = path,
    limits = INFLATE_LIMITS,
  }: { entry?: string | undefined; shown?: string; limits?: InflateLimits } = {},
): Promise<ZipTable> {
  const state = fileState(path, shown);
  const archive = await openArchive(path, shown);
  try {
    // macOS adds a shadow of every file
    const entry = choose(
      archive.names.filter((name) => !name.startsWith("__MACOSX/") && !base(name).startsWith("._")),
      asked,
      shown,
    );
    const parts: Uint8Array[] = [];
    for await (const part of archive.inflate(entry, limits)) parts.push(part);
    refuseChanged(path, state, shown);
    return { entry, bytes: Buffer.concat(parts) };
  } catch (error) {
    if (error instanceof InputError) throw error;
    refuseChanged(path, state, shown);
    throw new InputError(`not a readable ZIP file: ${(error as Error).message} (${shown})`, 3);
  } finally {
    archive.close();
  }
}

import { createHash } from "node:crypto";
import { closeSync, createReadStream, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNREADABLE } from "../formats/format.ts";
import { openDelimited } from "./delimited/delimited.ts";
import { fileState, refuseChanged } from "./fileState.ts";
import { refuseOtherKinds } from "./otherKinds.ts";
import type { TextRecord, TextTable } from "./textTable.ts";
import { openArchive } from "./workbook/archive.ts";
import { UNRESOLVED_FORMULA } from "./workbook/sheetRows.ts";
import { readXlsx } from "./workbook/xlsx.ts";
import { readZipEntry } from "./workbook/zip.ts";

export interface OpenOptions {
  sheet?: string | number | undefined;
  entry?: string | undefined;
  /** The numbers of a workbook are written with a comma, as its texts are, so that no number is taken for a text in another style. */
  hasDecimalComma?: boolean;
}

function firstBytes(path: string): string {
  const bytes = Buffer.alloc(4);
  const handle = openSync(path, "r");
  try {
    readSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  return bytes.toString("hex");
}

async function fingerprint(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** A formula whose result the workbook does not hold is marked, so that no kind of cell reads it. */
const marked = (record: TextRecord): TextRecord =>
  record.cells.includes(UNRESOLVED_FORMULA)
    ? { ...record, cells: record.cells.map((cell) => (cell === UNRESOLVED_FORMULA ? UNREADABLE + cell : cell)) }
    : record;

async function openWorkbook(
  path: string,
  file: string,
  score: (names: string[]) => number,
  { sheet, hasDecimalComma }: OpenOptions,
): Promise<TextTable> {
  const table = await readXlsx(path, {
    ...(sheet === undefined ? {} : { sheet }),
    hasDecimalComma,
    score,
    shown: file,
  });
  return {
    file,
    header: table.header,
    headerLine: table.headerLine,
    preamble: table.preamble,
    ...(table.from1904 ? { from1904: true } : {}),
    sha256: await fingerprint(path),
    bytes: statSync(path).size,
    encoding: `xlsx, ${table.sheet}`,
    ...(table.sheets.length > 1 ? { sheets: table.sheets } : {}),
    ...(table.alike.length > 0 ? { alike: table.alike } : {}),
    direct: null,
    records: async function* () {
      for await (const portion of table.records()) yield portion.map(marked);
    },
  };
}

async function openZip(
  path: string,
  file: string,
  score: (names: string[]) => number,
  { entry }: OpenOptions,
): Promise<TextTable> {
  const { bytes, entry: found } = await readZipEntry(path, { entry, shown: file });
  const folder = mkdtempSync(join(tmpdir(), "stempeil-zip-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const inflated = join(folder, "table.csv");
  writeFileSync(inflated, bytes);
  return { ...openDelimited(inflated, `${file}: ${found}`, score), file, sha256: await fingerprint(path) };
}

async function openKind(...[path, file, score, options]: Parameters<typeof openTable>): Promise<TextTable> {
  const mark = firstBytes(path);
  if (mark === "d0cf11e0") refuseOtherKinds(path, file);
  if (mark !== "504b0304") return openDelimited(path, file, score);
  const archive = await openArchive(path, file);
  const isWorkbook = archive.names.includes("[Content_Types].xml");
  archive.close();
  return isWorkbook ? openWorkbook(path, file, score, options) : openZip(path, file, score, options);
}

/** Opens a file as text cells, whatever holds them: delimited text, a workbook, or a ZIP with a CSV in it. `score` says how much names are like the header. */
export async function openTable(
  path: string,
  file: string,
  score: (names: string[]) => number,
  options: OpenOptions,
): Promise<TextTable> {
  const state = fileState(path, file);
  return { ...(await openKind(path, file, score, options)), refuseChanged: () => refuseChanged(path, state, file) };
}

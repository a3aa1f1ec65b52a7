import { InputError, nearest } from "../../errors.ts";
import { type FileState, fileState, refuseChanged } from "../fileState.ts";
import { HEADER_SEARCH_ROWS } from "../limits.ts";
import { refuseOtherKinds } from "../otherKinds.ts";
import { headerName, type TextRecord } from "../textTable.ts";
import { type Archive, INFLATE_LIMITS, type InflateLimits, openArchive } from "./archive.ts";
import { findHeader } from "./headerRow.ts";
import { fillMerged, mergedCells } from "./mergedCells.ts";
import { type SheetRow, sheetRows } from "./sheetRows.ts";
import { readWorkbook, type Sheet, type Workbook } from "./workbook.ts";
import { xmlReader } from "./xml.ts";

export interface XlsxTable {
  sheet: string;
  /** The other visible sheets with the same header, which hold more rows of the same table. */
  alike: string[];
  /** Every sheet of the workbook, so that a choice can be told. */
  sheets: string[];
  header: string[];
  headerLine: number;
  /** Days are counted from 1904. */
  from1904: boolean;
  /** The rows above the header, their cells separated by a space. */
  preamble: string[];
  /** The rows under the header that hold something, in portions: at least as many cells as the header, more when a row is longer. */
  records(): AsyncIterable<TextRecord[]>;
}

export interface XlsxOptions {
  /** Name of the sheet, or its number counted from 1; the first visible sheet where left out. */
  sheet?: string | number | undefined;
  /** Line of the header, where it is not the first row with the most names. */
  header?: number | undefined;
  /** How much a list of names is like the header that is awaited; 0 for not at all. */
  score?: ((names: string[]) => number) | undefined;
  /** Numbers are written with a decimal comma. */
  hasDecimalComma?: boolean | undefined;
  /** Path as messages show it. */
  shown?: string;
  limits?: InflateLimits;
}

const BATCH = 1000;
/** Sheets that are looked into for the header. */
const MOST_SHEETS = 60;

function chooseSheet(sheets: Sheet[], asked: string | number | undefined, shown: string): Sheet {
  const same = (name: string) => name.trim().toLowerCase();
  const found =
    asked === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : typeof asked === "number"
        ? sheets[asked - 1]
        : (sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => same(name) === same(asked)));
  if (found) return found;
  const names = sheets.map(({ name }) => name);
  const guess = typeof asked === "string" ? nearest(asked, names) : null;
  const list = names.map((name, i) => `${i + 1} ${name}`).join(", ") || "none";
  throw new InputError(
    `unknown sheet: ${asked ?? 1} (${shown}); sheets: ${list}${guess ? ` (did you mean ${guess}?)` : ""}`,
    3,
  );
}

/** Runs one reading of the file; what goes wrong is told as a change of the file, when it changed, before it is called damaged. */
async function* guarded<T>(
  path: string,
  state: FileState,
  shown: string,
  read: (archive: Archive) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  let archive: Archive | undefined;
  try {
    archive = await openArchive(path, shown);
    yield* read(archive);
    refuseChanged(path, state, shown);
  } catch (error) {
    refuseChanged(path, state, shown);
    if (error instanceof InputError) throw error;
    throw new InputError(`not a readable workbook: ${(error as Error).message} (${shown})`, 3);
  } finally {
    archive?.close();
  }
}

interface Head {
  book: Workbook;
  sheet: Sheet;
  rows: SheetRow[];
  merges: ReturnType<ReturnType<typeof mergedCells>["merges"]>;
  alike: string[];
}

async function readSheetHead(
  archive: Archive,
  book: Workbook,
  sheet: Sheet,
  { header, limits }: XlsxOptions,
): Promise<Head> {
  const rows: SheetRow[] = [];
  let done = false;
  const reader = xmlReader(
    sheetRows(book, (row) => {
      if (!done) rows.push(row);
      done ||= header === undefined ? rows.length >= HEADER_SEARCH_ROWS : row.line >= header;
      if (header !== undefined && rows.length > HEADER_SEARCH_ROWS) rows.shift();
    }),
  );
  const merged = mergedCells();
  for await (const chunk of archive.inflate(sheet.part, limits)) {
    if (!done) reader.write(chunk);
    merged.write(chunk);
  }
  if (!done) reader.end();
  return { book, sheet, rows, merges: merged.merges(), alike: [] };
}

const namesOf = ({ rows, merges }: Head, { header, score }: XlsxOptions): string[] =>
  Array.from(findHeader(rows, merges, { line: header, score })?.cells ?? [], (cell) => headerName(cell ?? ""));

/** The sheet that is asked for; of several, the first whose header is most like the one that is awaited, with those that have the same. */
async function* readHead(archive: Archive, options: XlsxOptions & { shown: string }) {
  const book = await readWorkbook(archive);
  const chosen = chooseSheet(book.sheets, options.sheet, options.shown);
  const first = await readSheetHead(archive, book, chosen, options);
  const others = options.sheet === undefined ? book.sheets.filter((one) => !one.hidden && one !== chosen) : [];
  if (others.length === 0) {
    yield first;
    return;
  }
  const heads = [first];
  for (const one of others.slice(0, MOST_SHEETS)) heads.push(await readSheetHead(archive, book, one, options));
  const points = heads.map((head) => options.score?.(namesOf(head, options)) ?? 0);
  const best = heads[points.indexOf(Math.max(...points))] ?? first;
  const names = namesOf(best, options);
  const isAlike = (head: Head) =>
    head !== best && names.length > 1 && namesOf(head, options).join("\n") === names.join("\n");
  yield { ...best, alike: heads.filter(isAlike).map(({ sheet }) => sheet.name) };
}

async function* readRecords(
  archive: Archive,
  { book, sheet, merges }: Head,
  width: number,
  after: number,
  limits?: InflateLimits,
) {
  let batch: TextRecord[] = [];
  const fill = fillMerged(merges);
  const reader = xmlReader(
    sheetRows(book, ({ line, cells }) => {
      if (line <= after) return;
      fill(line, cells);
      while (cells.length < width) cells.push(null);
      batch.push({ line, cells });
    }),
  );
  for await (const chunk of archive.inflate(sheet.part, limits)) {
    reader.write(chunk);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  reader.end();
  if (batch.length > 0) yield batch;
}

/** Reads one sheet of an XLSX workbook as text cells. Throws an `InputError` when the file is refused, also while its records are gone through. */
export async function readXlsx(path: string, options: XlsxOptions = {}): Promise<XlsxTable> {
  const { shown = path, limits = INFLATE_LIMITS, header: asked, hasDecimalComma = false } = options;
  const state = fileState(path, shown);
  refuseOtherKinds(path, shown);
  const heads = guarded(path, state, shown, (archive) => readHead(archive, { ...options, shown, limits }));
  let head: Head | undefined;
  for await (const each of heads) head = each;
  if (!head) throw new Error(`no head was read: ${shown}`);
  const place = `${shown}, sheet ${head.sheet.name}`;
  if (head.rows.length === 0) throw new InputError(`empty sheet: ${place}`, 3);
  const found = findHeader(head.rows, head.merges, { line: asked, score: options.score });
  if (!found)
    throw new InputError(`no header: ${place}${asked === undefined ? "" : `, line ${asked} holds nothing`}`, 3);
  const header = Array.from(found.cells, (cell) => headerName(cell ?? ""));
  const { line } = found;
  const whole = { ...head, book: { ...head.book, hasDecimalComma } };
  return {
    sheet: head.sheet.name,
    alike: head.alike,
    sheets: head.book.sheets.map(({ name }) => name),
    header,
    headerLine: line,
    from1904: head.book.from1904,
    preamble: found.above.map(({ cells }) => cells.filter((cell) => cell !== null).join(" ")),
    records: () => guarded(path, state, shown, (archive) => readRecords(archive, whole, header.length, line, limits)),
  };
}

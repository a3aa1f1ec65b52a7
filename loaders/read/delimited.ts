import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import { InputError } from "../errors.ts";
import { MAX_COLUMNS, MAX_LINE_BYTES } from "./limits.ts";
import { CONTROL, type Encoding, type Scan, scan } from "./scan.ts";
import { headerName, type TextRecord, type TextTable } from "./textTable.ts";

const SEPARATORS = [",", ";", "\t"];
/** The header stands among so many records at the start. */
const SEARCHED = 40;
const CSV = { info: true, relax_column_count: true, relax_quotes: true } as const;

interface Parsed {
  record: string[];
  info: { lines: number };
}

const oneEnding = (text: string) => text.replace(/\r\n?/g, "\n");
const decoderOf = (encoding: Encoding) => new TextDecoder(encoding);

/** The first records under a separator, with the line of each; only the first where a quote further on is never closed. */
function firstRecords(text: string, delimiter: string, to = SEARCHED): { line: number; cells: string[] }[] {
  try {
    const parsed = parseNow(text, { ...CSV, delimiter, to }) as unknown as Parsed[];
    return parsed.map(({ record }, i) => ({ line: (parsed[i - 1]?.info.lines ?? 0) + 1, cells: record }));
  } catch {
    return to > 1 ? firstRecords(text, delimiter, 1) : [];
  }
}

/** The separator and the record that are most like a header; `score` says how much a list of names is like one. */
function findHeader(text: string, score: (names: string[]) => number) {
  const declared = /^sep=(.)\n/.exec(text)?.[1];
  let best: { delimiter: string; line: number; cells: string[]; score: number } | null = null;
  for (const delimiter of declared ? [declared] : SEPARATORS)
    for (const { line, cells } of firstRecords(text, delimiter)) {
      const names = cells.map(headerName);
      const isData = names.some((name) => name !== "") && !/^(sep=|#)/.test(names[0] ?? "");
      const points = isData ? score(names) * 1000 + (line === 1 || declared ? names.length : 0) + 1 : 0;
      if (points > (best?.score ?? 0)) best = { delimiter, line, cells: names, score: points };
    }
  return best;
}

async function* textOf(path: string, file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let held = "";
  let line = 1;
  /** The bytes of UTF-16 say nothing of control characters; those of other encodings were looked at before. */
  const checked = (text: string): string => {
    if (!encoding.startsWith("utf-16")) return text;
    const control = text.search(CONTROL);
    line += (control < 0 ? text : text.slice(0, control)).split("\n").length - 1;
    if (control < 0) return text;
    throw new InputError(`not a text file: control character in ${file}, line ${line}`, 3);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const text = held + decoder.decode(chunk as Uint8Array, { stream: true });
    held = text.endsWith("\r") ? "\r" : "";
    yield checked(oneEnding(text.slice(0, text.length - held.length)));
  }
  yield checked(oneEnding(held + decoder.decode()));
}

/** A file whose header stands under lines with `#` may hold another table further on, under such lines of its own. */
const hasComments = (above: string[]) => above.some((line) => line.startsWith("#"));

/** Every record under the header with care for quotes, blank lines and any line end, in portions. */
async function* recordsOf(
  path: string,
  file: string,
  encoding: Encoding,
  delimiter: string,
  headerLine: number,
  comments: boolean,
): AsyncGenerator<TextRecord[]> {
  const parser = parse({ ...CSV, delimiter, max_record_size: MAX_LINE_BYTES });
  pipeline(textOf(path, file, encoding), parser, () => {});
  let portion: TextRecord[] = [];
  let end = 0;
  let isOther = false;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = end + 1;
      end = info.lines;
      if (line <= headerLine || record.every((cell) => cell.trim() === "")) continue;
      isOther ||= comments && record[0]?.startsWith("#") === true;
      portion.push(isOther ? { line, cells: record, isOther } : { line, cells: record });
      if (portion.length < 5000) continue;
      yield portion;
      portion = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(`not a readable table: ${error.message} (${file})`, 3);
  }
  yield portion;
}

/** DuckDB reads by itself what is UTF-8 with ordinary line ends. */
const isDirect = ({ encoding, hasLoneReturns }: Scan, path: string) =>
  encoding === "utf-8" && !hasLoneReturns && !/[*?[\]{}]/.test(path);

/**
 * Opens comma, semicolon or tab separated text. Throws an `InputError` for an empty file, a header without rows, an HTML page, and lines
 * or headers beyond all measure.
 */
export function openDelimited(path: string, file: string, score: (names: string[]) => number): TextTable {
  const found = scan(path, file);
  if (found.bytes === 0) throw new InputError(`empty file: ${file}`, 3);
  if (found.longestLine > MAX_LINE_BYTES)
    throw new InputError(`a line is too long: ${found.longestLine} bytes (${file})`, 3);
  if (found.encoding.startsWith("utf-16") && found.bytes % 2 === 1)
    throw new InputError(`not a whole file: ${file} stops halfway a character (UTF-16); export it again`, 3);
  const start = oneEnding(decoderOf(found.encoding).decode(found.head));
  if (/^\s*<(!doctype\s+html|html|\?xml)/i.test(start)) throw new InputError(`not a table but a web page: ${file}`, 3);
  const whole = found.bytes > found.head.length ? start.slice(0, start.lastIndexOf("\n") + 1) : start;
  const header = findHeader(whole, score);
  if (!header) throw new InputError(`empty file: ${file} holds no cell`, 3);
  if (header.cells.length > MAX_COLUMNS)
    throw new InputError(`too many columns: ${header.cells.length} (${file}, line ${header.line})`, 3);
  const isAll = found.bytes <= found.head.length;
  if (isAll && whole.split("\n").slice(header.line).join("").trim() === "")
    throw new InputError(`no rows under the header: ${file}, line ${header.line}`, 3);
  const preamble = whole.split("\n").slice(0, header.line - 1);
  const comments = hasComments(preamble);
  return {
    file,
    header: header.cells,
    headerLine: header.line,
    preamble,
    sha256: found.sha256,
    bytes: found.bytes,
    encoding: found.encoding,
    direct: isDirect(found, path) && !comments ? { path, delimiter: header.delimiter, lines: found.lines } : null,
    records: () => recordsOf(path, file, found.encoding, header.delimiter, header.line, comments),
  };
}

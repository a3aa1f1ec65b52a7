import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { InputError } from "../../errors.ts";
import { documentKind } from "../documentKind.ts";
import { MAX_COLUMNS, MAX_LINE_BYTES } from "../limits.ts";
import { isBlank, type TextRecord, type TextTable } from "../textTable.ts";
import { CSV, type Parsed, withoutSpacing } from "./csv.ts";
import { findHeader } from "./delimitedHeader.ts";
import { decodeLines, type Encoding } from "./encoding.ts";
import { plainRecords } from "./plainRecords.ts";
import { CONTROL, type Scan, scan } from "./scan.ts";

const oneEnding = (text: string) => text.replace(/\r\n?/g, "\n");
/** Decodes chunk after chunk; what is not whole at the end of one waits for the next. */
function decoderOf(encoding: Encoding): { decode(chunk?: Uint8Array, options?: { stream: boolean }): string } {
  if (encoding !== "windows-1252") return new TextDecoder(encoding);
  let begun = new Uint8Array();
  return {
    decode(chunk = new Uint8Array(), { stream } = { stream: false }) {
      const bytes = Buffer.concat([begun, chunk]);
      const end = stream ? bytes.lastIndexOf(10) + 1 : bytes.length;
      begun = bytes.subarray(end);
      return decodeLines(bytes.subarray(0, end));
    },
  };
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

/** A file whose header stands under lines with `#` may hold other tables above and below it, under such lines of their own. */
const hasComments = (above: string[]) => above.some((line) => line.startsWith("#"));

/** Every record under the header with care for quotes, blank lines and any line end, in portions; before them those of another table above it. */
async function* recordsOf(
  path: string,
  file: string,
  encoding: Encoding,
  delimiter: string,
  headerLine: number,
  comments: boolean,
): AsyncGenerator<TextRecord[]> {
  const parser = parse({ ...CSV, info: true, delimiter, max_record_size: MAX_LINE_BYTES });
  pipeline(textOf(path, file, encoding), parser, () => {});
  let portion: TextRecord[] = [];
  let end = 0;
  let isOther = false;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = end + 1;
      end = info.lines;
      if (line === headerLine || (record.length === 1 && isBlank(record[0] ?? ""))) continue;
      const isComment = comments && record[0]?.startsWith("#") === true;
      if (line < headerLine) {
        if (comments && !isComment && record.length > 1) portion.push({ line, cells: record, isOther: true });
        continue;
      }
      isOther ||= isComment;
      const cells = withoutSpacing(record);
      portion.push({ line, cells, ...(isOther ? { isOther } : {}), ...(end > line ? { lastLine: end } : {}) });
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

/** DuckDB reads by itself what is UTF-8 with ordinary line ends, and where it finds the cells that we find. */
const isDirect = (
  { encoding, hasLoneReturns, hasQuotes, endings }: Scan,
  path: string,
  { delimiter, line, cells }: { delimiter: string; line: number; cells: string[] },
) =>
  encoding === "utf-8" &&
  cells.length > 1 &&
  !hasLoneReturns &&
  !/[*?[\]{}]/.test(path) &&
  ((!hasQuotes && !endings.has(delimiter.charCodeAt(0))) || plainRecords(path, delimiter, line, cells.length));

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
  const kind = documentKind(start);
  if (kind) throw new InputError(`not a table but ${kind}: ${file}`, 3);
  const isAll = found.bytes <= found.head.length;
  const whole = isAll ? start : start.slice(0, start.lastIndexOf("\n") + 1);
  const header = findHeader(whole || start, score);
  if (!header) throw new InputError(`empty file: ${file} holds no cell`, 3);
  if (header.cells.length > MAX_COLUMNS)
    throw new InputError(`too many columns: ${header.cells.length} (${file}, line ${header.line})`, 3);
  if (!whole) throw new InputError(`no end of line in the first ${found.head.length} bytes: ${file}`, 3);
  const signs = whole.split("\n").slice(header.line).join("").replaceAll(header.delimiter, "").replaceAll('"', "");
  if (isAll && isBlank(signs)) throw new InputError(`no rows under the header: ${file}, line ${header.line}`, 3);
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
    delimiter: header.delimiter,
    direct:
      !comments && isDirect(found, path, header) ? { path, delimiter: header.delimiter, lines: found.lines } : null,
    records: () => recordsOf(path, file, found.encoding, header.delimiter, header.line, comments),
  };
}

import type { Lang } from "../../components/figure/chart.ts";
import type { Meaning } from "../../data/rows.ts";
import { columnWords } from "./columnWords.ts";

type Cell = string | number | boolean | null;

/** A table of observations: one row each, what belongs to it in columns of their own. */
export interface Tidy {
  columns: string[];
  rows: Cell[][];
}

const isWords = (value: object): value is Record<Lang, string> => "nl" in value && "en" in value;

/** The columns of one row: words in the reader's language, parts of an object under its name, the status flag as `flag`. */
function flatten(row: object, lang: Lang, prefix = ""): [string, Cell][] {
  return Object.entries(row).flatMap(([key, value]): [string, Cell][] => {
    const name = `${prefix}${key === "status" ? "flag" : key}`;
    if (value === null || typeof value !== "object") return [[name, value as Cell]];
    if (Array.isArray(value)) return [[name, value.join(" | ")]];
    return isWords(value) ? [[name, value[lang]]] : flatten(value, lang, `${name}_`);
  });
}

/** Rows as a component got them, with the indicator and its unit, in full precision. */
export function tidy(rows: readonly unknown[], meaning: Meaning | null, lang: Lang): Tidy {
  const about: [string, Cell][] =
    meaning === null
      ? []
      : [
          ["indicator_id", meaning.id],
          ["unit", meaning.unit[lang]],
        ];
  const flat = rows.map((row) => new Map([...about, ...flatten(row as object, lang)]));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return { columns, rows: flat.map((row) => columns.map((column) => row.get(column) ?? null)) };
}

/** Text that a spreadsheet would run as a formula gets a space in front; a number is never text here. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? ` ${text}` : text);
const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const write = (cell: Cell) => (cell === null ? "" : typeof cell === "string" ? quote(safe(cell)) : String(cell));

/** The same in both languages but for the words: UTF-8, commas, decimal points, an empty cell where there is no value (RFC 4180). */
export const writeCsv = ({ columns, rows }: Tidy): string =>
  [columns, ...rows].map((line) => `${line.map(write).join(",")}\r\n`).join("");

function datatype(cells: readonly Cell[]): string {
  const known = cells.filter((cell) => cell !== null);
  if (known.length === 0) return "string";
  if (known.every((cell) => typeof cell === "number")) return known.every(Number.isInteger) ? "integer" : "number";
  if (known.every((cell) => typeof cell === "boolean")) return "boolean";
  return known.every((cell) => /^\d{4}-\d\d-\d\d$/.test(String(cell))) ? "date" : "string";
}

/** What each column is, as CSV on the Web (W3C 2015) reads it from `<file>.csv-metadata.json`. */
export function writeSidecar(
  { columns, rows }: Tidy,
  {
    file,
    title,
    subtitle,
    source,
    lang,
  }: { file: string; title: string; subtitle: string; source: string; lang: Lang },
): string {
  const described = columns.map((name, index) => ({
    name,
    titles: name,
    "dc:description": columnWords(name, lang),
    datatype: datatype(rows.map((row) => row[index] ?? null)),
    ...(rows.every((row) => (row[index] ?? null) !== null) ? { required: true } : {}),
  }));
  return `${JSON.stringify(
    {
      "@context": ["http://www.w3.org/ns/csvw", { "@language": lang }],
      ...{ url: file, "dc:title": title, "dc:description": subtitle, "dc:source": source },
      dialect: { encoding: "utf-8", delimiter: ",", header: true },
      tableSchema: { columns: described },
    },
    null,
    1,
  )}\n`;
}

import { MAX_COLUMNS, MAX_LINE_BYTES } from "../limits.ts";
import { numberText, serialText } from "./serial.ts";
import { plainText, type Workbook } from "./workbook.ts";
import type { XmlHandler } from "./xml.ts";

/** The text of a formula whose result the workbook does not hold; such a row is to be held, for its value is not known. */
export const UNRESOLVED_FORMULA = "=FORMULA";

export interface SheetRow {
  line: number;
  /** Null for a cell that holds nothing. */
  cells: (string | null)[];
  /** Number of cells that may be a column's name: texts, dates and years. */
  names: number;
}

function columnIndex(reference: string): number {
  let index = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
  }
  return index - 1;
}

/** Hears the XML of a sheet and tells each row that holds something; rows without content cost no memory. */
export function sheetRows(
  { styles, strings, from1904, hasDecimalComma }: Workbook,
  tell: (row: SheetRow) => void,
): XmlHandler {
  let line = 0;
  let column = -1;
  let cells: (string | null)[] = [];
  let names = 0;
  let type = "n";
  let style = 0;
  let value = "";
  let formula = false;
  let hearing = false;
  let phonetic = false;

  const numeric = (): string => {
    const kind = styles[style] ?? "number";
    const digits = kind.startsWith("digits ") ? Number(kind.slice(7)) : 0;
    if (digits > 0 && /^\d+$/.test(value)) return value.padStart(digits, "0");
    const date = serialText(Number(value), kind, from1904);
    if (date !== null || (value.length === 4 && /^(19|20)\d\d$/.test(value))) names++;
    return date ?? (hasDecimalComma ? numberText(value).replace(".", ",") : numberText(value));
  };
  const named = (text: string): string => {
    names++;
    return text;
  };
  const cellText = (): string => {
    if (value === "") return formula && type !== "str" ? UNRESOLVED_FORMULA : "";
    if (type === "n") return numeric();
    if (type === "b") return value === "1" || value === "true" ? "true" : "false";
    if (type === "e") return value;
    if (type === "d")
      return named(
        value
          .replace("T", " ")
          .replace(/(\.\d+)?Z?$/, "")
          .replace(/ 00:00(:00)?$/, ""),
      );
    if (type !== "s") return named(plainText(value));
    const shared = strings[Number(value)];
    if (shared === undefined) throw new Error(`line ${line} refers to a text that is not there`);
    return named(shared);
  };
  const endCell = () => {
    const before = names;
    const text = cellText();
    if (text.trim() === "") {
      names = before;
      return;
    }
    if (column >= MAX_COLUMNS)
      throw new Error(`too many columns: line ${line} reaches column ${column + 1} (limit ${MAX_COLUMNS})`);
    while (cells.length < column) cells.push(null);
    cells[column] = text;
  };

  return {
    open(name, attributes) {
      if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnIndex(attributes.r);
        type = attributes.t ?? "n";
        style = attributes.s === undefined ? 0 : Number(attributes.s);
        value = "";
        formula = false;
      } else if (name === "v") hearing = true;
      else if (name === "t") hearing = !phonetic;
      else if (name === "f") formula = true;
      else if (name === "row") {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        column = -1;
        cells = [];
        names = 0;
      } else if (name === "rPh") phonetic = true;
    },
    text(data) {
      if (!hearing) return;
      value += data;
      if (value.length > MAX_LINE_BYTES) throw new Error(`one cell of line ${line} is longer than 10 MB`);
    },
    close(name) {
      if (name === "v" || name === "t") hearing = false;
      else if (name === "c") endCell();
      else if (name === "rPh") phonetic = false;
      else if (name === "row" && cells.length > 0) tell({ line, cells, names });
    },
  };
}

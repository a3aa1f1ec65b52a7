import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";
import { withoutClock } from "../../src/site/downloads/xlsx.ts";
import { bold, csvLine, written } from "../sheetCells.ts";
import { MATCH_COLUMNS, type MatchColumn, type MatchRow } from "./matchRows.ts";

const names = MATCH_COLUMNS.map(({ name }) => name);
const textOf = (row: MatchRow, name: string) => String(row[name] ?? "");

/** The proposals as CSV, in UTF-8 with its mark. */
export const matchesCsv = (rows: readonly MatchRow[]): string =>
  `\ufeff${csvLine(names)}${rows.map((row) => csvLine(names.map((name) => textOf(row, name)))).join("")}`;

function cell(row: MatchRow, { name, isNumber }: MatchColumn): Cell {
  const value = row[name];
  if (isNumber && typeof value === "number")
    return {
      value,
      type: Number,
      format: Number.isInteger(value) && !name.endsWith("km") ? "0" : "0.0",
      alignVertical: "top",
    };
  return written(textOf(row, name), { wrap: false });
}

const widthOf = (rows: readonly MatchRow[], name: string) =>
  Math.min(48, Math.max(name.length, ...rows.map((row) => textOf(row, name).length)) + 2);

/** The proposals as a workbook, with a sheet that explains every column in Dutch and English; the same rows give the same bytes. */
export async function matchesXlsx(rows: readonly MatchRow[], asOf: string): Promise<Buffer> {
  const sheet = {
    sheet: "matches",
    data: [names.map(bold), ...rows.map((row): Row => MATCH_COLUMNS.map((column) => cell(row, column)))],
    columns: names.map((name) => ({ width: widthOf(rows, name) })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
  const notes = {
    sheet: "uitleg - explanation",
    data: [
      [bold(`Voorstellen voor de open aanvragen op ${asOf} / Proposals for the open requests on ${asOf}`)],
      [written("Intern: maak dit bestand niet openbaar, het verwijst naar personen.", { wrap: false })],
      [written("Internal: do not publish this file, it refers to persons.", { wrap: false })],
      [],
      ["kolom / column", "betekenis", "meaning"].map(bold),
      ...MATCH_COLUMNS.map(({ name, nl, en }): Row => [name, nl, en].map((text) => written(text))),
    ],
    columns: [24, 60, 60].map((width) => ({ width })),
  };
  return withoutClock(await writeExcelFile([sheet, notes]).toBuffer());
}

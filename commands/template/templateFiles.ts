import writeExcelFile, { type Row } from "write-excel-file/node";
import type { ColumnNote, Template } from "../../loaders/contracts/template.ts";
import { bold, csvLine, written } from "../sheetCells.ts";

const WIDTHS = [24, 44, 44, 14, 14, 14, 36, 36, 20, 20];
const HEADINGS = [
  ...["kolom / column", "betekenis", "meaning", "verplicht / required", "sleutel / key", "persoonlijk / personal"],
  ...["verwacht", "expected", "voorbeeld / example", "staat in tabel / stands in table"],
];

/** The header and the example row as CSV, in UTF-8 with its mark. */
export const templateCsv = ({ header, example }: Template): string => `\ufeff${csvLine(header)}${csvLine(example)}`;

const yesNo = (is: boolean) => (is ? "ja / yes" : "nee / no");

const explained = (note: ColumnNote): Row =>
  [
    ...[note.name, note.meaning.nl, note.meaning.en, yesNo(note.isRequired), yesNo(note.isKey), yesNo(note.isPersonal)],
    ...[note.expects.nl, note.expects.en, note.example, note.refersTo ?? ""],
  ].map((text) => written(text));

function explanation({ title, columns, rules }: Template): Row[] {
  return [
    [bold(`${title.nl} / ${title.en}`)],
    [written("Vervang de voorbeeldrij op het eerste blad door uw eigen rijen; laat de kop staan.", { wrap: false })],
    [written("Replace the example row on the first sheet by your own rows; leave the header.", { wrap: false })],
    [],
    HEADINGS.map(bold),
    ...columns.map(explained),
    [],
    ...(rules.length === 0 ? [] : [["regel / rule", "betekenis", "meaning", "kolom / column"].map(bold)]),
    ...rules.map(({ id, columns, meaning }) => [id, meaning.nl, meaning.en, columns.join(", ")].map((t) => written(t))),
  ];
}

/** The template as a workbook: a sheet to fill in, and one that explains every column and rule in Dutch and English. */
export async function templateXlsx(template: Template): Promise<Buffer> {
  const { table, header, example } = template;
  const sheet = {
    sheet: table,
    data: [header.map(bold), example.map((text) => written(text, { wrap: false }))],
    columns: header.map((name, i) => ({ width: Math.max(name.length, example[i]?.length ?? 0) + 3 })),
    stickyRowsCount: 1,
  };
  const notes = {
    sheet: "uitleg - explanation",
    data: explanation(template),
    columns: WIDTHS.map((width) => ({ width })),
  };
  return await writeExcelFile([sheet, notes]).toBuffer();
}

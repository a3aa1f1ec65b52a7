import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readXlsx, type XlsxOptions } from "../../../../loaders/read/workbook/xlsx.ts";
import { fileOf, row, workbookEntries, workbookFile, zipOf } from "../../../fixtures/read/workbook.ts";

const cell = (attributes: string, inside: string) => ({ xml: `<c ${attributes}>${inside}</c>` });
const number = (value: string, style = 0) => cell(`s="${style}"`, `<v>${value}</v>`);

async function read(path: string, options: XlsxOptions = {}) {
  const { records, ...table } = await readXlsx(path, { shown: "book.xlsx", ...options });
  const rows = [];
  for await (const batch of records()) rows.push(...batch);
  return { ...table, rows };
}
const cellsOf = async (path: string, options?: XlsxOptions) =>
  (await read(path, options)).rows.map(({ cells }) => cells);

describe("readXlsx(path, options)", () => {
  it("reads texts, numbers, dates and booleans as another program wrote them", async () => {
    const path = fileOf("lectures.xlsx", "");
    await writeXlsxFile([
      ["lecture_id", "students", "held_on", "is_held", "rate"].map((value) => ({ value })),
      [
        { value: "L-1" },
        { value: 24 },
        { type: Date, value: new Date("2024-03-12T00:00:00Z"), format: "dd/mm/yyyy" },
        { type: Boolean, value: true },
        { value: 0.1 + 0.2 },
      ],
    ] as never).toFile(path);
    const table = await read(path);
    expect(table.header).toEqual(["lecture_id", "students", "held_on", "is_held", "rate"]);
    expect(table.rows).toEqual([{ line: 2, cells: ["L-1", "24", "2024-03-12", "true", "0.3"] }]);
  });

  it("takes dates from the number format, in the 1900 and the 1904 system", async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0&quot;dag&quot;"/>
      <numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>`;
    const data =
      row(1, "a", "b", "c", "d", "e", "f", "g", "h") +
      row(
        2,
        number("45658", 1),
        number("45658.71875", 2),
        number("1.5", 3),
        number("1.5", 4),
        number("0.5", 5),
        number("45658"),
        number("60", 1),
        cell('t="d"', "<v>2024-03-12T00:00:00</v>"),
      );
    const rest = ["1.5", "36:00:00", "12:00:00", "45658"];
    expect(await cellsOf(workbookFile({ sheets: { data }, styles }))).toEqual([
      ["2025-01-01", "2025-01-01 17:15:00", ...rest, "1900-02-29", "2024-03-12"],
    ]);
    expect(await cellsOf(workbookFile({ sheets: { data }, styles, properties: '<workbookPr date1904="1"/>' }))).toEqual(
      [["2029-01-02", "2029-01-02 17:15:00", ...rest, "1904-03-01", "2024-03-12"]],
    );
  });

  it("writes numbers without an exponent or float noise, and keeps the digits of a long identifier", async () => {
    const written = [
      "0.30000000000000004",
      "1.2E-3",
      "1.22158E+17",
      "123456789012345678",
      "-733.5",
      "5.0",
      "1E-7",
      "12.5E2",
    ];
    const data = row(1, ..."abcdefgh") + row(2, ...written.map((value) => number(value)));
    expect(await cellsOf(workbookFile({ sheets: { data } }))).toEqual([
      ["0.3", "0.0012", "1.22158E+17", "123456789012345678", "-733.5", "5", "0.0000001", "1250"],
    ]);
  });

  it("gives the result of a formula, and marks one without a result", async () => {
    const data =
      row(1, ..."abcdef") +
      row(
        2,
        cell("", "<f>1+1</f><v>2</v>"),
        cell("", "<f>1+1</f>"),
        cell("", "<f>1+1</f><v></v>"),
        cell('t="str"', "<f>A1</f><v></v>"),
        cell('t="e"', "<f>1/0</f><v>#DIV/0!</v>"),
        cell('t="b"', "<f>1=2</f><v>0</v>"),
      );
    expect(await cellsOf(workbookFile({ sheets: { data } }))).toEqual([
      ["2", "=FORMULA", "=FORMULA", null, "#DIV/0!", "false"],
    ]);
  });

  it("joins the runs of a shared text, leaves out its phonetic reading, and expands no declared entity", async () => {
    const shared =
      '<si><t>naam</t></si><si><r><t>Sint</t></r><r><t xml:space="preserve"> Jan &amp; co</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si>';
    const data = row(1, cell('t="s"', "<v>0</v>"), "b") + row(2, cell('t="s"', "<v>1</v>"), cell('t="s"', "<v>2</v>"));
    expect(await cellsOf(workbookFile({ sheets: { data }, shared }))).toEqual([["Sint Jan & co", "a\rb"]]);
    const entity = workbookEntries({ sheets: { data: row(1, "a") + row(2, "&many;") } });
    const bomb = `<!DOCTYPE x [<!ENTITY many "manymany">]>${entity["xl/worksheets/sheet1.xml"]?.replace('<?xml version="1.0"?>', "")}`;
    const path = fileOf("book.xlsx", zipOf({ ...entity, "xl/worksheets/sheet1.xml": bomb }));
    expect(await cellsOf(path)).toEqual([["&many;"]]);
  });

  it("finds the header below title rows and keeps what stands above it", async () => {
    const data =
      row(1, "Leerlingen per school") +
      row(3, "Schooljaar", "2024-2025") +
      row(5, "school", "jongens", "meisjes") +
      row(6, "Sint-Jan", number("12"), number("14.5")) +
      row(9, "KA", number("1"), "", number("7"));
    const table = await read(workbookFile({ sheets: { data } }));
    expect(table).toEqual({
      sheet: "data",
      alike: [],
      from1904: false,
      sheets: ["data"],
      header: ["school", "jongens", "meisjes"],
      headerLine: 5,
      preamble: ["Leerlingen per school", "Schooljaar 2024-2025"],
      rows: [
        { line: 6, cells: ["Sint-Jan", "12", "14.5"] },
        { line: 9, cells: ["KA", "1", null, "7"] },
      ],
    });
    expect((await read(workbookFile({ sheets: { data } }), { header: 3 })).header).toEqual(["Schooljaar", "2024-2025"]);
  });

  it("takes the row that is most like the header that is awaited, however full the others are", async () => {
    const data =
      row(1, "Toelichting", "bij", "de", "kolommen") +
      row(2, "school", "jongens") +
      row(3, "KA", number("1"), "x", "y");
    const score = (names: string[]) => names.filter((name) => ["school", "jongens"].includes(name)).length;
    expect((await read(workbookFile({ sheets: { data } }), { score })).header).toEqual(["school", "jongens"]);
    expect((await read(workbookFile({ sheets: { data } }))).headerLine).toBe(1);
  });

  it("gives its records as often as they are asked for", async () => {
    const { records } = await readXlsx(workbookFile({ sheets: { data: row(1, "a") + row(4, "b") } }));
    expect(await collect(records())).toEqual([[{ line: 4, cells: ["b"] }]]);
    expect(await collect(records())).toEqual([[{ line: 4, cells: ["b"] }]]);
  });

  it("takes years for names of columns", async () => {
    const data =
      row(1, "Leerlingen") +
      row(2, "school", number("2023"), number("2024")) +
      row(3, "Sint-Jan", number("12"), number("14"));
    expect((await read(workbookFile({ sheets: { data } }))).header).toEqual(["school", "2023", "2024"]);
  });

  it("fills merged header cells from the left and from above", async () => {
    const data =
      row(1, "school", "leerlingen") +
      row(2, "", "jongens", "meisjes", "opmerking") +
      row(3, "KA", number("1"), number("2"));
    const after =
      '<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D2:E2"/></mergeCells>';
    const table = await read(workbookFile({ sheets: { data }, after }));
    expect(table.header).toEqual(["school", "jongens", "meisjes", "opmerking", "opmerking"]);
    expect(table.rows).toEqual([{ line: 3, cells: ["KA", "1", "2", null, null] }]);
  });

  it("reads a workbook whose elements carry a prefix", async () => {
    const entries = workbookEntries({
      sheets: { "A &amp; B": row(1, "school", "") + row(2, "", "jongens") + row(3, "KA", number("1")) },
      after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    });
    const prefixed = Object.entries(entries).map(([name, xml]) => [
      name,
      name.startsWith("xl/w") && !name.includes("_rels") ? xml.replace(/<(\/?)(?=[a-z])/g, "<$1x:") : xml,
    ]);
    const table = await read(fileOf("book.xlsx", zipOf(Object.fromEntries(prefixed))), { header: 2 });
    expect(table).toMatchObject({
      sheet: "A & B",
      header: ["school", "jongens"],
      rows: [{ line: 3, cells: ["KA", "1"] }],
    });
  });

  it("takes a sheet by name or number, and the first that is visible where none is asked", async () => {
    const sheets = {
      Uitleg: row(1, "u") + row(2, "1"),
      Data: row(1, "d") + row(2, "2"),
      Meer: row(1, "m") + row(2, "3"),
    };
    const path = workbookFile({ sheets, hidden: ["Uitleg"] });
    const sheetOf = async (sheet?: string | number) => (await read(path, { sheet })).sheet;
    expect([await sheetOf(), await sheetOf("Meer"), await sheetOf("data"), await sheetOf(1)]).toEqual([
      "Data",
      "Meer",
      "Data",
      "Uitleg",
    ]);
    await expect(read(path, { sheet: "Dta" })).rejects.toThrow(
      "unknown sheet: Dta (book.xlsx); sheets: 1 Uitleg, 2 Data, 3 Meer (did you mean Data?)",
    );
    await expect(read(path, { sheet: 4 })).rejects.toThrow("unknown sheet: 4 (book.xlsx)");
  });

  it("passes over a million empty rows in seconds, without keeping them", async () => {
    const blank = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 2}" ht="15"><c r="A${i + 2}" s="0"/></row>`,
    ).join("");
    const path = workbookFile({ sheets: { data: `${row(1, "a", "b")}${blank}${row(1_000_002, "x", "y")}` } });
    const start = performance.now();
    expect((await read(path)).rows).toEqual([{ line: 1_000_002, cells: ["x", "y"] }]);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  const good = workbookEntries({ sheets: { data: row(1, "a") + row(2, "1") } });
  const withSheet = (xml: string) => fileOf("book.xlsx", zipOf({ ...good, "xl/worksheets/sheet1.xml": xml }));
  const column = (i: number) =>
    `${String.fromCharCode(64 + Math.floor(i / 676))}${String.fromCharCode(65 + (Math.floor(i / 26) % 26))}${String.fromCharCode(65 + (i % 26))}1`;
  const wide = Array.from({ length: 10_000 }, (_, i) => `<c r="${column(i + 676)}" t="str"><v>x</v></c>`).join("");
  const ole = (mark: string) =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(5000), Buffer.from(mark, "utf16le")]);
  const damaged = Buffer.from(zipOf(good));
  const from = damaged.indexOf("worksheets/sheet1.xml") + 30;
  damaged.fill(0x41, from, from + 20);
  const refused: [string, () => string, string][] = [
    ["a password", () => fileOf("a.xlsx", ole("EncryptedPackage")), "protected by a password: book.xlsx"],
    [
      "an old workbook",
      () => fileOf("a.xlsx", ole("Workbook")),
      "an old Excel file (.xls): book.xlsx; save it as .xlsx",
    ],
    ["a web page", () => fileOf("a.xlsx", "<!DOCTYPE html><html>"), "not an Excel workbook: book.xlsx is a web page"],
    ["a text file", () => fileOf("a.xlsx", "a;b\n1;2\n"), "not an Excel workbook: book.xlsx is no ZIP file inside"],
    ["a file of two bytes", () => fileOf("a.xlsx", "PK"), "not an Excel workbook: book.xlsx is no ZIP file inside"],
    ["an empty file", () => fileOf("a.xlsx", ""), "empty file: book.xlsx"],
    ["a missing file", () => join(tmpdir(), "stempeil-none.xlsx"), "missing file: book.xlsx"],
    ["a folder", () => mkdtempSync(join(tmpdir(), "stempeil-read-")), "a folder where a file is expected: book.xlsx"],
    ["a file that stops halfway", () => fileOf("a.xlsx", zipOf(good).slice(0, 700)), "not a readable ZIP file:"],
    ["a damaged sheet", () => fileOf("a.xlsx", damaged), "(book.xlsx"],
    ["another ZIP file", () => fileOf("a.xlsx", zipOf({ "a.csv": "x" })), "damaged file: book.xlsx lacks _rels/.rels"],
    [
      "an entry outside its folder",
      () => fileOf("a.xlsx", zipOf({ ...good, "../x": "x" })),
      "invalid relative path: ../x",
    ],
    ["an absolute entry", () => fileOf("a.xlsx", zipOf({ ...good, "/etc/x": "x" })), "absolute path: /etc/x"],
    ["XML that stops halfway", () => withSheet("<worksheet><sheetData><row>"), "XML stops halfway (book.xlsx)"],
    ["XML nested too deep", () => withSheet("<a>".repeat(1000)), "XML is nested too deep (book.xlsx)"],
    ["an empty sheet", () => withSheet("<worksheet><sheetData/></worksheet>"), "empty sheet: book.xlsx, sheet data"],
    [
      "10,000 columns",
      () => withSheet(`<worksheet><sheetData><row>${wide}</row></sheetData></worksheet>`),
      "too many columns: line 1 reaches column 2001 (limit 2000)",
    ],
    [
      "a cell of 50 MB",
      () =>
        withSheet(`<worksheet><sheetData><row><c t="str"><v>${"x".repeat(50e6)}</v></c></row></sheetData></worksheet>`),
      "longer than 10 MB (book.xlsx)",
    ],
    ["an attribute of 50 MB", () => withSheet(`<worksheet a="${"x".repeat(50e6)}"/>`), "longer than 10 MB (book.xlsx)"],
    [
      "a text that is not there",
      () => withSheet('<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>'),
      "line 1 refers to a text that is not there",
    ],
    [
      "a ZIP bomb",
      () => withSheet(" ".repeat(60e6)),
      "suspicious ZIP file: xl/worksheets/sheet1.xml in book.xlsx grows more than 200 times",
    ],
  ];
  for (const [fault, file, message] of refused)
    it(`refuses ${fault}`, async () => {
      const failure = await read(file()).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: "InputError", status: 3 });
      expect((failure as Error).message).toContain(message);
      expect((failure as Error).message).not.toContain("\n");
    });

  it("refuses a sheet that is larger than the limit when inflated", async () =>
    await expect(
      read(withSheet(" ".repeat(3e6)), { limits: { bytes: 2 ** 20, ratio: 200, ratioFrom: 2 ** 20 } }),
    ).rejects.toThrow("too large when inflated: xl/worksheets/sheet1.xml in book.xlsx (limit 1 MB)"));

  it("refuses a file that changes while its records are gone through", async () => {
    const path = workbookFile({ sheets: { data: row(1, "a") + row(2, "1") } });
    const { records } = await readXlsx(path, { shown: "book.xlsx" });
    appendFileSync(path, " ");
    await expect(collect(records())).rejects.toThrow("file changed while it was read: book.xlsx");
    const replaced = workbookFile({ sheets: { data: row(1, "a") + row(2, "1") } });
    const table = await readXlsx(replaced, { shown: "book.xlsx" });
    writeFileSync(replaced, "");
    await expect(collect(table.records())).rejects.toThrow("file changed while it was read: book.xlsx");
  });
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

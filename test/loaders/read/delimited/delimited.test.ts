import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDelimited } from "../../../../loaders/read/delimited/delimited.ts";
import type { TextRecord } from "../../../../loaders/read/textTable.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-delimited-"));
const path = join(folder, "lectures.csv");
const known = new Set(["lecture_id", "students", "theme"]);
const open = (content: string | Uint8Array) => {
  writeFileSync(path, content);
  return openDelimited(path, "lectures.csv", (names) => names.filter((name) => known.has(name)).length);
};
const read = async (content: string | Uint8Array) => {
  const table = open(content);
  const records: TextRecord[] = [];
  for await (const portion of table.records()) records.push(...portion);
  return { ...table, records };
};

describe("openDelimited(path, file, score)", async () => {
  it("gives the first line of each record, over quoted line breaks and blank lines", async () => {
    const { records } = await read('lecture_id,theme\nL-1,"two\nlines"\nL-2,x\n\n\nL-3,y\n');
    expect(records.map(({ line }) => line)).toEqual([2, 4, 7]);
    expect(records[0]?.cells).toEqual(["L-1", "two\nlines"]);
  });
  it("reads CR-only and CRLF line ends alike", async () => {
    const rows = await read("lecture_id,students\nL-1,20\nL-2,30\n");
    expect((await read("lecture_id,students\rL-1,20\rL-2,30\r")).records).toEqual(rows.records);
    expect((await read("lecture_id,students\r\nL-1,20\r\nL-2,30\r\n")).records).toEqual(rows.records);
  });
  it("takes the separator under which most names are known", async () => {
    expect((await read("lecture_id;students;a,b\nL-1;20;x\n")).header).toEqual(["lecture_id", "students", "a,b"]);
    expect((await read("lecture_id\tstudents\nL-1\t20\n")).direct?.delimiter).toBe("\t");
  });
  it("obeys a sep= line and still counts it", async () => {
    const table = await read("sep=;\nlecture_id;students\nL-1;20\n");
    expect(table.records).toEqual([{ line: 3, cells: ["L-1", "20"] }]);
  });
  it("reads UTF-16 with a byte-order mark and Windows-1252 without", async () => {
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from("lecture_id,theme\nL-1,é\n", "utf16le")]);
    expect(await read(wide)).toMatchObject({ encoding: "utf-16le", records: [{ cells: ["L-1", "é"] }] });
    expect(await read(new Uint8Array(Buffer.from("lecture_id,theme\nL-1,é\n", "latin1")))).toMatchObject({
      encoding: "windows-1252",
      records: [{ cells: ["L-1", "é"] }],
    });
  });
  it("reads UTF-16 without a byte-order mark by its zeros", async () => {
    const wide = Buffer.from("lecture_id,theme\nL-1,café €\n", "utf16le");
    for (const [encoding, bytes] of [["utf-16le", Buffer.from(wide)] as const, ["utf-16be", wide.swap16()] as const])
      expect(await read(new Uint8Array(bytes))).toMatchObject({ encoding, records: [{ cells: ["L-1", "café €"] }] });
  });
  it("drops a UTF-8 byte-order mark and evens out spaces in headers", async () =>
    expect((await read("\ufefflecture_id,class\u00a0 groups\nL-1,2\n")).header).toEqual([
      "lecture_id",
      "class groups",
    ]));
  it("finds a header that is longer than most files", async () => {
    const names = Array.from({ length: 1500 }, (_, i) => `vraag ${i} ${"x".repeat(100)}`);
    const table = await read(`Antwoorden\nlecture_id,${names.join(",")}\nL-1${",".repeat(1500)}\n`);
    expect(table).toMatchObject({ headerLine: 2, records: [{ line: 3 }] });
    expect(table.header).toHaveLength(1501);
  });
  it("gives records of blank cells and no lines without cells", async () => {
    const { records } = await read("lecture_id,theme\nL-1,x\n,\n\n \nL-2,y\n");
    expect(records.map(({ line }) => line)).toEqual([2, 3, 6]);
  });
  it("leaves to DuckDB no file in which it would find other cells", () => {
    const direct = (rows: string) => open(`lecture_id,theme\n${rows}`).direct !== null;
    expect(['L-1,"x, ""y"""\n', "L-1,\nL-2,\n", 'L-1,27"\n', "L-1,x"].map(direct)).toEqual([true, true, true, true]);
    expect(["L-1,x,\n", 'L-1,x,""\n', 'L-1, "x"\n', '"L-1" ,x\n', 'L-1,"x\ny"\n', 'L-1,"x'].map(direct)).toEqual(
      Array(6).fill(false),
    );
  });
  it("keeps a quote within quotes", async () =>
    expect((await read('lecture_id,theme\nL-1,"a ""b"" c"\n')).records[0]?.cells[1]).toBe('a "b" c'));

  it("finds the header below a title and comment lines", async () => {
    const table = await read("# Start date: 20260501\nLessen van dit jaar\n\nlecture_id,students\nL-1,20\n");
    expect(table).toMatchObject({
      header: ["lecture_id", "students"],
      headerLine: 4,
      records: [{ line: 5, cells: ["L-1", "20"] }],
    });
    expect(table.preamble).toEqual(["# Start date: 20260501", "Lessen van dit jaar", ""]);
  });
  it("takes for an unknown header the fullest of the first rows, below a title", async () => {
    const title = "Overzicht financiering;;;\n;;;\n";
    const table = await read(
      `${title}Lijn;Fonds;Naam;Bedrag\n1;F1;"Fonds, één, twee, drie, vier";1,5\n2;F1;Fonds;2,5\n`,
    );
    expect(table).toMatchObject({ header: ["Lijn", "Fonds", "Naam", "Bedrag"], headerLine: 3, delimiter: ";" });
    expect((await read("nr,naam\n1,x\n")).headerLine).toBe(1);
    expect((await read("naam\nx\n")).header).toEqual(["naam"]);
  });
  it("leaves to DuckDB what is UTF-8 with ordinary line ends, and says how many lines it must find", () => {
    expect(open("lecture_id,students\nL-1,20\nL-2,30").direct).toMatchObject({ delimiter: ",", lines: 3 });
    expect(open("lecture_id,students\rL-1,20\r").direct).toBeNull();
    expect(open(new Uint8Array(Buffer.from("lecture_id,theme\nL-1,é\n", "latin1"))).direct).toBeNull();
  });
  it("keeps a character that two portions of the file share", () => {
    const text = `lecture_id,theme\nL-1,${"é".repeat(600_000)}x\nL-2,${"€".repeat(400_000)}\n`;
    expect(open(text)).toMatchObject({ encoding: "utf-8", direct: { lines: 3 } });
  });

  const refused: [string, string | Uint8Array, string][] = [
    ["an empty file", "", "empty file: lectures.csv"],
    ["a file of blank lines", "\n\n", "empty file: lectures.csv holds no cell"],
    ["a header only", "lecture_id,students\n", "no rows under the header: lectures.csv, line 1"],
    ["a quote that is never closed", 'lecture_id,theme\nL-1,"x\nL-2,y\n', "not a readable table: Quote Not Closed"],
    ["a NUL byte", "lecture_id,students\nL-1,\u0000\n", "not a text file: control character in lectures.csv, line 2"],
    ["a PDF file", "%PDF-1.7 x", "lectures.csv is a PDF file; save it as CSV or XLSX"],
    ["an error page", "<!DOCTYPE html><html><body>503</body></html>", "not a table but a web page: lectures.csv"],
    [
      "an error page under a comment",
      "<!-- x --><!-- y -->\n<html><body>503</body></html>",
      "not a table but a web page: lectures.csv",
    ],
    ["a piece of a page", '<div class="error">Sessie verlopen</div>\n', "not a table but a web page: lectures.csv"],
    ["the answer of a portal", '\ufeff{"error": "invalid token"}\n', "not a table but JSON: lectures.csv"],
    ["a list of objects", '[\n  {"lecture_id": "L-1"}\n]\n', "not a table but JSON: lectures.csv"],
    ["an XML export", '<?xml version="1.0"?><Workbook/>', "not a table but XML: lectures.csv"],
    ["a header over blank records", 'lecture_id,students\n,\n ,""\n', "no rows under the header: lectures.csv, line 1"],
    [
      "10,000 columns with long names",
      `${Array.from({ length: 10_000 }, (_, i) => `column_with_a_long_name_${i}`).join(",")}\nL-1${",".repeat(9999)}\n`,
      "too many columns: 10000 (lectures.csv, line 1)",
    ],
    [
      "a header without end",
      `lecture_id,${"x".repeat(2_000_000)}\nL-1,x\n`,
      "no end of line in the first 1048576 bytes: lectures.csv",
    ],
    ["10,000 columns", `lecture_id,${"x,".repeat(9_998)}x\nL-1\n`, "too many columns: 10000 (lectures.csv, line 1)"],
    [
      "a line of 50 MB",
      `lecture_id,theme\nL-1,${"x".repeat(50_000_000)}\n`,
      "a line is too long: 50000005 bytes (lectures.csv)",
    ],
  ];
  for (const [fault, content, message] of refused)
    it(`refuses ${fault}`, () => expect(read(content)).rejects.toThrow(message));
});

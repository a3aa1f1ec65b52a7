import { describe, expect, it } from "vitest";
import { readDelimited } from "../../../loaders/read/delimited.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const known = new Set(["lecture_id", "students", "theme"]);
const read = (content: string | Uint8Array) =>
  readDelimited(typeof content === "string" ? bytes(content) : content, "lectures.csv", known);

describe("readDelimited(bytes, file, known)", () => {
  it("gives the first line of each record, over quoted line breaks and blank lines", () => {
    const { records } = read('lecture_id,theme\nL-1,"two\nlines"\nL-2,x\n\n\nL-3,y\n');
    expect(records.map(({ line }) => line)).toEqual([2, 4, 7]);
    expect(records[0]?.cells).toEqual(["L-1", "two\nlines"]);
  });
  it("reads CR-only and CRLF line ends alike", () => {
    const rows = read("lecture_id,students\nL-1,20\nL-2,30\n");
    expect(read("lecture_id,students\rL-1,20\rL-2,30\r").records).toEqual(rows.records);
    expect(read("lecture_id,students\r\nL-1,20\r\nL-2,30\r\n").records).toEqual(rows.records);
  });
  it("takes the separator under which most names are known", () => {
    expect(read("lecture_id;students;a,b\nL-1;20;x\n").header).toEqual(["lecture_id", "students", "a,b"]);
    expect(read("lecture_id\tstudents\nL-1\t20\n").delimiter).toBe("\t");
  });
  it("obeys a sep= line and still counts it", () => {
    const table = read("sep=;\nlecture_id;students\nL-1;20\n");
    expect(table.records).toEqual([{ line: 3, cells: ["L-1", "20"] }]);
  });
  it("reads UTF-16 with a byte-order mark and Windows-1252 without", () => {
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from("lecture_id,theme\nL-1,é\n", "utf16le")]);
    expect(read(wide)).toMatchObject({ encoding: "utf-16le", records: [{ cells: ["L-1", "é"] }] });
    expect(read(new Uint8Array(Buffer.from("lecture_id,theme\nL-1,é\n", "latin1")))).toMatchObject({
      encoding: "windows-1252",
      records: [{ cells: ["L-1", "é"] }],
    });
  });
  it("drops a UTF-8 byte-order mark and evens out spaces in headers", () =>
    expect(read("\ufefflecture_id,class\u00a0 groups\nL-1,2\n").header).toEqual(["lecture_id", "class groups"]));
  it("keeps a quote within quotes", () =>
    expect(read('lecture_id,theme\nL-1,"a ""b"" c"\n').records[0]?.cells[1]).toBe('a "b" c'));

  const refused: [string, string | Uint8Array, string][] = [
    ["an empty file", "", "empty file: lectures.csv"],
    ["a file of blank lines", "\n\n", "empty file: lectures.csv holds no cell"],
    ["a header only", "lecture_id,students\n", "no rows under the header: lectures.csv, line 1"],
    ["a quote that is never closed", 'lecture_id,theme\nL-1,"x\nL-2,y\n', "not a readable table: Quote Not Closed"],
    ["a NUL byte", "lecture_id,students\nL-1,\u0000\n", "not a text file: control character in lectures.csv, line 2"],
    [
      "an Excel file",
      new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1]),
      "lectures.csv is a ZIP or Excel file; save it as CSV",
    ],
  ];
  for (const [fault, content, message] of refused)
    it(`refuses ${fault}`, () => expect(() => read(content)).toThrow(message));
});

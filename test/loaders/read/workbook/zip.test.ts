import { describe, expect, it } from "vitest";
import { readZipEntry } from "../../../../loaders/read/workbook/zip.ts";
import { fileOf, zipOf } from "../../../fixtures/read/workbook.ts";

const read = async (entries: Record<string, string | Uint8Array>, entry?: string) => {
  const table = await readZipEntry(fileOf("a.zip", zipOf(entries)), { entry, shown: "a.zip" });
  return [table.entry, Buffer.from(table.bytes).toString()];
};

describe("readZipEntry(path, { entry })", () => {
  const youtube = { "Chart data.csv": "c", "Table data.csv": "t", "Totals.csv": "x" };
  it("prefers the table of YouTube", async () => expect(await read(youtube)).toEqual(["Table data.csv", "t"]));
  it("takes the only CSV, in a folder too", async () =>
    expect(await read({ "map/export.CSV": "a", "readme.md": "r", "__MACOSX/map/._export.CSV": "m" })).toEqual([
      "map/export.CSV",
      "a",
    ]));
  it("takes the entry that is asked for", async () =>
    expect(await read(youtube, "totals.csv")).toEqual(["Totals.csv", "x"]));

  const refused: [string, Record<string, string | Uint8Array>, string | undefined, string][] = [
    [
      "two tables",
      { "a.csv": "", "b.csv": "" },
      undefined,
      "2 CSV files in a.zip, which holds a.csv, b.csv; name the entry",
    ],
    ["no table", { "a.pdf": "" }, undefined, "no CSV in a.zip, which holds a.pdf"],
    ["no entry at all", {}, undefined, "no CSV in a.zip, which holds nothing"],
    ["a missing entry", { "a.csv": "" }, "b.csv", "missing entry: b.csv in a.zip, which holds a.csv"],
    [
      "an entry outside its folder",
      { "../a.csv": "" },
      undefined,
      "not a readable ZIP file: invalid relative path: ../a.csv (a.zip)",
    ],
    [
      "a ZIP bomb",
      { "a.csv": new Uint8Array(60e6) },
      undefined,
      "suspicious ZIP file: a.csv in a.zip grows more than 200 times",
    ],
  ];
  for (const [fault, entries, entry, message] of refused)
    it(`refuses ${fault}`, async () =>
      await expect(read(entries, entry)).rejects.toMatchObject({ message, status: 3 }));

  it("refuses an entry with a password", async () => {
    const bytes = Buffer.from(zipOf({ "a.csv": "x" }));
    const central = bytes.indexOf(Buffer.from("504b0102", "hex"));
    bytes.writeUInt16LE(1, 6);
    bytes.writeUInt16LE(1, central + 8);
    await expect(readZipEntry(fileOf("a.zip", bytes), { shown: "a.zip" })).rejects.toThrow(
      "protected by a password: a.csv in a.zip",
    );
  });
  it("refuses an entry that does not inflate to what was declared", async () => {
    const bytes = Buffer.from(zipOf({ "a.csv": "lecture_id" }));
    const central = bytes.indexOf(Buffer.from("504b0102", "hex"));
    bytes.writeUInt32LE(7, central + 16);
    await expect(readZipEntry(fileOf("a.zip", bytes), { shown: "a.zip" })).rejects.toThrow(
      "damaged file: a.csv in a.zip",
    );
  });
  it("stops a bomb that declares a small size", async () => {
    const bytes = Buffer.from(zipOf({ "a.csv": new Uint8Array(5e6) }));
    bytes.writeUInt32LE(10, bytes.indexOf(Buffer.from("504b0102", "hex")) + 24);
    const limits = { bytes: 2 ** 20, ratio: 200, ratioFrom: 2 ** 20 };
    await expect(readZipEntry(fileOf("a.zip", bytes), { shown: "a.zip", limits })).rejects.toThrow(
      "too large when inflated: a.csv in a.zip (limit 1 MB)",
    );
  });
  it("refuses a text file", async () =>
    await expect(readZipEntry(fileOf("a.zip", "a;b"), { shown: "a.zip" })).rejects.toThrow("not a readable ZIP file"));
});

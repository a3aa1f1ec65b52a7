import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../../../src/site/downloads/csv.ts";
import { writeDownloads } from "../../../../src/site/downloads/downloads.ts";
import { readNumber } from "../../../../src/site/downloads/numbers.ts";
import { writeXlsx } from "../../../../src/site/downloads/xlsx.ts";

const table = {
  columns: [
    { label: "Groep", isNumber: false },
    { label: "Aandeel", isNumber: true },
    { label: "Leerlingen", isNumber: true },
  ],
  rows: [
    ["=SUM(A1)", "30,1\u00a0%", "1.234"],
    ['Gent "centrum"; Brugge', "c", "−2,5"],
    ["-rand", "5,0\u00a0%", "+0,5"],
  ],
};
const source = "Bron: lessen.csv (voorbeelddata); stand op 2 maart 2026.";
const telling = { title: "Titel", subtitle: "Wat", alternative: "Beeld", table };
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><rect width="9" height="9"/></svg>';
const folder = mkdtempSync(join(tmpdir(), "stempeil-downloads-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("writeCsv(table, lang)", () => {
  it("writes plain numbers, units in the head, and no formula", () => {
    expect(writeCsv(table, "nl").split("\r\n")).toEqual([
      "\ufeffGroep;Aandeel (%);Leerlingen",
      "'=SUM(A1);30,1;1234",
      '"Gent ""centrum""; Brugge";c;-2,5',
      "'-rand;5;0,5",
      "",
    ]);
  });

  it("uses commas and decimal points in English", () => {
    const rows = [["a,b", "30.1%", "1,234.5"]];
    expect(writeCsv({ ...table, rows }, "en")).toBe('\ufeffGroep,Aandeel (%),Leerlingen\r\n"a,b",30.1,1234.5\r\n');
  });
});

describe("readNumber(text, lang)", () => {
  it.each([
    ["1.234,5", "nl", { value: 1234.5, unit: null }],
    ["30,1\u00a0%", "nl", { value: 30.1, unit: "%" }],
    ["61.000\u00a0euro", "nl", { value: 61000, unit: "euro" }],
    ["€61,000", "en", { value: 61000, unit: "euro" }],
    ["−3", "en", { value: -3, unit: null }],
    ["+0,24", "nl", { value: 0.24, unit: null }],
    ["c", "nl", null],
    ["2025-2026", "nl", null],
    [",", "nl", null],
    ["", "en", null],
  ] as const)("reads %s in %s", (text, lang, reading) => {
    expect(readNumber(text, lang)).toEqual(reading);
  });
});

describe("writeXlsx(telling, lang)", () => {
  it("gives the same bytes at another time", async () => {
    const first = await writeXlsx(telling, "nl", source);
    await new Promise((done) => setTimeout(done, 2100));
    const second = await writeXlsx(telling, "nl", source);
    expect(first.equals(second)).toBe(true);
    expect(first.subarray(10, 14).toString("hex")).toBe("00002100");
  });
});

describe("writeDownloads(drawn, site)", () => {
  it("writes four files with the name of the figure, the picture with its finding", async () => {
    await writeDownloads({ lang: "nl", name: "lessons-by-place", svg, telling, source }, folder);
    const read = (kind: string) => readFileSync(join(folder, "downloads/nl", `lessons-by-place.${kind}`));
    expect(read("svg").toString()).toContain(">Titel</text>");
    expect(
      read("svg")
        .toString()
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " "),
    ).toContain(source);
    expect(strFromU8(unzipSync(read("xlsx"))["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain(source);
    expect(read("png").subarray(1, 4).toString()).toBe("PNG");
    expect(read("xlsx").subarray(0, 2).toString()).toBe("PK");
    expect([...read("csv").subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

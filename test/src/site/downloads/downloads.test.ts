import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import type { Meaning } from "../../../../src/data/rows.ts";
import { columnWords } from "../../../../src/site/downloads/columnWords.ts";
import { writeDownloads } from "../../../../src/site/downloads/downloads.ts";
import { readNumber } from "../../../../src/site/downloads/numbers.ts";
import { tidy, writeCsv, writeSidecar } from "../../../../src/site/downloads/tidy.ts";
import { writeXlsx } from "../../../../src/site/downloads/xlsx.ts";
import { arbitraryRows } from "../../components/arbitraryRows.ts";

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

const meaning: Meaning = {
  ...{ id: "girls_share_in_stem", name: { nl: "Aandeel", en: "Share" }, definition: { nl: "d", en: "d" } },
  ...{ unit: { nl: "aandeel", en: "share" }, decimals: 4, is_share: true },
};
const rows = [
  {
    school_year: "2024-2025",
    label: { nl: "=SUM(A1)", en: "a, b" },
    value: 0.30123456789,
    numerator: 12,
    status: "b",
    is_used: true,
  },
  {
    school_year: "2025-2026",
    label: { nl: 'Gent "centrum"', en: "x" },
    value: -1.5,
    numerator: null,
    status: null,
    aim: { target: 0.5 },
  },
];

describe("tidy(rows, meaning, lang) and writeCsv(tidy)", () => {
  it("write one observation a line, in full, with unit and flag in columns of their own and no apostrophe", () => {
    expect(writeCsv(tidy(rows, meaning, "nl")).split("\r\n")).toEqual([
      "indicator_id,unit,school_year,label,value,numerator,flag,is_used,aim_target",
      "girls_share_in_stem,aandeel,2024-2025, =SUM(A1),0.30123456789,12,b,true,",
      'girls_share_in_stem,aandeel,2025-2026,"Gent ""centrum""",-1.5,,,,0.5',
      "",
    ]);
    expect(writeCsv(tidy(rows, null, "en")).split("\r\n")[1]).toBe('2024-2025,"a, b",0.30123456789,12,b,true,');
    expect(writeCsv(tidy([], null, "en"))).toBe("\r\n");
  });

  it("give back the numbers that were written, whatever they are", () =>
    fc.assert(
      fc.property(fc.array(fc.record({ school_year: fc.string(), value: fc.double({ noNaN: true }) })), (given) => {
        const read = parse(writeCsv(tidy(given, null, "nl")), { columns: true, relax_column_count: true }) as {
          value: string;
        }[];
        expect(read.map(({ value }) => Number(value))).toEqual(given.map(({ value }) => (value === 0 ? 0 : value)));
      }),
    ));
});

describe("writeSidecar(tidy, about)", () => {
  const sidecar = JSON.parse(
    writeSidecar(tidy(rows, meaning, "nl"), { file: "a.csv", title: "T", subtitle: "S", source, lang: "nl" }),
  );
  it("says what each column is, of which type, and whether it is always there", () => {
    expect(sidecar["@context"]).toEqual(["http://www.w3.org/ns/csvw", { "@language": "nl" }]);
    expect([sidecar.url, sidecar["dc:title"], sidecar["dc:source"]]).toEqual(["a.csv", "T", source]);
    const of = (name: string) => sidecar.tableSchema.columns.find((column: { name: string }) => column.name === name);
    expect(of("value")).toEqual({
      name: "value",
      titles: "value",
      "dc:description": "waarde",
      datatype: "number",
      required: true,
    });
    expect(of("numerator")).toEqual({
      name: "numerator",
      titles: "numerator",
      "dc:description": "teller",
      datatype: "integer",
    });
    expect(of("is_used").datatype).toBe("boolean");
    expect(of("aim_target")["dc:description"]).toBe("bij het doel: doel");
  });

  it.each(Object.keys(arbitraryRows))("knows every column of %s in both languages", (name) => {
    const sampled = fc.sample(arbitraryRows[name as keyof typeof arbitraryRows] as fc.Arbitrary<object>, 40);
    for (const lang of ["nl", "en"] as const)
      expect(tidy(sampled, meaning, lang).columns.filter((column) => columnWords(column, lang) === null)).toEqual([]);
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
  it("writes the files with the name of the figure, the picture with its finding", async () => {
    await writeDownloads({ lang: "nl", name: "lessons-by-place", svg, telling, source, rows, meaning }, folder);
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
    expect(read("csv").toString()).toMatch(/^indicator_id,unit,/);
    expect(JSON.parse(read("csv-metadata.json").toString()).url).toBe("lessons-by-place.csv");
  });
});

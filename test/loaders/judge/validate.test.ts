import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { validate } from "../../../loaders/judge/validate.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openSource } from "../../../loaders/sources/sources.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

const parameters = {
  as_of: "2026-03-02",
  load_id: "test",
  is_synthetic: true,
  thresholds: defaultThresholds,
};
const config = "sample/stempeil.config.yaml";
const folder = mkdtempSync(join(tmpdir(), "stempeil-validate-"));
const opened: Warehouse[] = [];
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(":memory:");
  opened.push(warehouse);
  await createSchema(warehouse, parameters, "reference");
  await warehouse.run("insert into raw.schools (school_id, site_id, name) values ('900001', '1', 'Voorbeeldschool')");
  await warehouse.run("insert into raw.lecturers (lecturer_id, discipline, active) values ('D1', 'ict', true)");
});
afterAll(() => {
  for (const one of opened) one.close();
});

const contractOf = (table: string) => {
  const found = contracts.find((contract) => contract.table === table);
  if (!found) throw new Error(table);
  return found;
};
let made = 0;
/** Files of one table, oldest first, judged together; each is dated a month after the one before. */
const loadFiles = (table: string, ...csvs: (string | Buffer)[]) =>
  loadNamed(table, csvs.length > 1 ? csvs.map((_, i) => `${table}-2026-0${i + 1}-01.csv`) : [`${table}.csv`], ...csvs);
const loadNamed = async (table: string, names: string[], ...csvs: (string | Buffer)[]) => {
  const sources = [];
  for (const [i, csv] of csvs.entries()) {
    const path = join(folder, `${made++}-${table}.csv`);
    writeFileSync(path, csv);
    const { sources: configured } = readConfig(config, { today: "2026-03-02" });
    const one = configured[table];
    if (!one) throw new Error(table);
    sources.push(await openSource(table, one, path, names[i] ?? ""));
  }
  return validate(warehouse, contractOf(table), sources, "test");
};
const load = async (table: string, csv: string | Buffer) => {
  const [result] = await loadFiles(table, csv);
  if (!result) throw new Error("no result");
  const { accepted, unchanged, rejected } = result;
  return { accepted, unchanged, rejected };
};
const HEADER = "lecture_id,programme,status,held_on,school_id,site_id,lecturer_id,students,girls";
const lectures = (...rows: string[]) => load("lectures", `${HEADER}\n${rows.join("\n")}\n`);
const GOOD = "L1,stem_ovk,held,2026-01-15,900001,01,D1,20,8";

describe("validate(warehouse, contract, rows, origin)", () => {
  it("puts accepted rows in raw with their file and line", async () => {
    expect(await lectures(GOOD)).toEqual({ accepted: 1, unchanged: 0, rejected: [] });
    expect(
      await warehouse.rows(
        "select lecture_id, held_on, students, girls, teachers, _file, _line, _load_id from raw.lectures",
      ),
    ).toEqual([
      {
        lecture_id: "L1",
        held_on: "2026-01-15",
        students: 20,
        girls: 8,
        teachers: null,
        _file: "lectures.csv",
        _line: 2,
        _load_id: "test",
      },
    ]);
  });

  const faults: [string, string, string, string, string, string][] = [
    [
      "a value that cannot be read",
      "L2,stem_ovk,held,2026-01-15,900001,01,D1,veertig,",
      "students",
      "unreadable",
      "verwacht: een geheel getal van 1 tot 1000; gevonden: veertig",
      "expected a whole number from 1 to 1000; found: veertig",
    ],
    [
      "a value out of its range",
      "L2,ovk,held,2026-01-15,900001,01,D1,0,",
      "students",
      "not_allowed",
      "gevonden: 0",
      "found: 0",
    ],
    [
      "a day that does not exist",
      "L2,ovk,held,2025-02-30,900001,01,D1,20,",
      "held_on",
      "unreadable",
      "gevonden: 2025-02-30",
      "found: 2025-02-30",
    ],
    [
      "a blank required cell",
      "L2,,held,2026-01-15,900001,01,D1,20,",
      "programme",
      "missing",
      "verplichte cel is leeg",
      "required cell is blank",
    ],
    [
      "an unknown school",
      "L2,ovk,held,2026-01-15,900002,01,D1,20,",
      "school_id",
      "unknown_in_schools",
      "niet gevonden in schools: 900002 / 01",
      "not found in schools: 900002 / 01",
    ],
    [
      "an unknown lecturer",
      "L2,ovk,held,2026-01-15,900001,01,D9,20,",
      "lecturer_id",
      "unknown_in_lecturers",
      "niet gevonden in lecturers: D9",
      "not found in lecturers: D9",
    ],
    [
      "more girls than students",
      "L2,ovk,held,2026-01-15,900001,01,D1,20,21",
      "girls",
      "girls_among_students",
      "er zijn meer meisjes dan leerlingen",
      "there are more girls than students",
    ],
    [
      "a lecture held in the future",
      "L2,ovk,held,2026-03-03,900001,01,D1,20,",
      "held_on",
      "held_not_in_future",
      "niet na de peildatum",
      "after the as-of date",
    ],
    ["a row that is too short", "L2,ovk,held", "", "row_length", "(3 in plaats van 9)", "(3 instead of 9)"],
    [
      "a row that is too long",
      `${GOOD.replace("L1", "L2")},x`,
      "",
      "row_length",
      "(10 in plaats van 9)",
      "(10 instead of 9)",
    ],
    [
      "the same key with other values",
      "L1,ovk,held,2026-01-15,900001,01,D1,20,8",
      "lecture_id",
      "duplicate_key",
      "met andere waarden: regel 2",
      "with other values: line 2",
    ],
  ];
  for (const [fault, row, column, rule, nl, en] of faults)
    it(`holds ${fault} and says why, and keeps the rest`, async () => {
      const { accepted, unchanged, rejected } = await lectures(GOOD, row);
      expect([accepted, unchanged, rejected.length]).toEqual([1, 0, 1]);
      expect(rejected[0]).toMatchObject({ line: 3, cells: row.split(","), problems: [{ column, rule }] });
      expect(rejected[0]?.problems[0]?.message.nl).toContain(nl);
      expect(rejected[0]?.problems[0]?.message.en).toContain(en);
    });

  it("names every broken cell of a row, and judges no rule on top of them", async () => {
    const { rejected } = await lectures(GOOD, "L2,x,held,gisteren,900002,01,D1,20,21");
    expect(rejected[0]?.problems.map(({ column, rule }) => `${column} ${rule}`)).toEqual([
      "programme unreadable",
      "held_on unreadable",
    ]);
  });
  it("counts a row that repeats an accepted one as unchanged", async () =>
    expect(await lectures(GOOD, GOOD)).toMatchObject({ accepted: 1, unchanged: 1, rejected: [] }));
  it("lets a sound row in after a broken one with the same key", async () => {
    const { accepted, rejected } = await lectures("L1,ovk,held,2026-01-15,900001,01,D1,veel,8", GOOD);
    expect([accepted, rejected.map(({ line }) => line)]).toEqual([1, [2]]);
  });
  it("knows the line of each row in a file of many thousands", async () => {
    // 13 MB, so that more than one thread reads it.
    const length = 250_000;
    const rows = Array.from({ length }, (_, i) => {
      const row = GOOD.replace("L1", `B${i}`);
      if (i % 9973 === 5) return row.replace(",20,", ",veel,");
      return i % 9973 === 6 ? row.replace("900001", "999999") : row;
    });
    const { accepted, rejected } = await lectures(rows.join("\n"));
    expect([accepted, rejected.length]).toEqual([length - 52, 52]);
    expect(rejected.every(({ line, cells }) => cells[0] === `B${line - 2}`)).toBe(true);
    expect(
      await warehouse.rows("select count(*)::integer as n from raw.lectures where lecture_id <> 'B' || (_line - 2)"),
    ).toEqual([{ n: 0 }]);
  });
  it("reads a broken line again as it stands, also with a lone quote in it", async () => {
    const { accepted, rejected } = await lectures(GOOD, GOOD.replace("L1", 'L"2').replace(",20,", ",veel,"));
    expect(accepted).toBe(1);
    expect(rejected.map(({ line, cells }) => [line, cells.slice(0, 2)])).toEqual([[3, ['L"2', "stem_ovk"]]]);
  });
  it("says what is awaited in the way that the source writes it", async () => {
    const path = join(folder, "spreadsheet.csv");
    writeFileSync(
      path,
      `${HEADER.replaceAll(",", ";")}\n${GOOD.replaceAll(",", ";").replace("2026-01-15", "31/02/2026").replace(";20;", ";twintig;")}\n`,
    );
    const one = { ...readConfig(config, { today: "2026-03-02" }).sources.lectures, format: "columns" };
    const source = await openSource(
      "lectures",
      { ...one, dates: "dmy", numbers: "dutch" } as never,
      path,
      "spreadsheet.csv",
    );
    const [result] = await validate(warehouse, contractOf("lectures"), [source], "test");
    expect(result?.rejected[0]?.problems.map(({ column, message }) => [column, message.en])).toEqual([
      ["held_on", "expected an existing date day/month/year (dates: dmy); found: 31/02/2026"],
      ["students", "expected a whole number from 1 to 1000; written as 1.234,5 (numbers: dutch); found: twintig"],
    ]);
  });
  it("takes equal keys with blanks in them as the same key", async () => {
    const csv =
      "school_year,definition,level,stage,stem_category,sex,headcount\n2024-2025,stem_monitor,secondary,3,stem,f,10\n2024-2025,stem_monitor,secondary,3,stem,f,11\n";
    expect((await load("enrolments", csv)).rejected).toMatchObject([
      { line: 3, problems: [{ rule: "duplicate_key" }] },
    ]);
  });
});

describe("several files of one table", () => {
  const csv = (...rows: string[]) => `${HEADER}\n${rows.join("\n")}\n`;
  it("load the same record once", async () => {
    const results = await loadFiles("lectures", csv(GOOD), csv(GOOD, GOOD.replace("L1", "L2")));
    expect(results.map(({ accepted, unchanged, rejected }) => [accepted, unchanged, rejected.length])).toEqual([
      [0, 1, 0],
      [2, 0, 0],
    ]);
  });
  it("keep the newer file's record where two differ, and name both places", async () => {
    const [older, newer] = await loadFiles(
      "lectures",
      csv(GOOD.replace("L1", "L0"), GOOD),
      csv(GOOD.replace(",20,", ",25,")),
    );
    expect([older?.accepted, newer?.accepted]).toEqual([1, 1]);
    expect(older?.rejected).toMatchObject([
      { line: 3, cells: GOOD.split(","), problems: [{ column: "lecture_id", value: "L1", rule: "older_version" }] },
    ]);
    expect(older?.rejected[0]?.problems[0]?.message).toEqual({
      nl: "een nieuwer bestand heeft dezelfde sleutel met andere waarden: lectures-2026-02-01.csv, regel 2",
      en: "a newer file has the same key with other values: lectures-2026-02-01.csv, line 2",
    });
    expect(await warehouse.rows("select students from raw.lectures where lecture_id = 'L1'")).toEqual([
      { students: 25 },
    ]);
  });
  it.each([
    ["have no day", ["u9.csv", "u10.csv"]],
    ["have the same day", ["a-2026-01-01.csv", "b-2026-01-01.csv"]],
    ["have a day in one name only", ["u9.csv", "b-2026-01-01.csv"]],
  ])("are not called newer where they %s: the later in the list stands, and that is said", async (_which, names) => {
    const [first, last] = await loadNamed("lectures", names, csv(GOOD), csv(GOOD.replace(",20,", ",25,")));
    expect([first?.accepted, last?.accepted]).toEqual([0, 1]);
    expect(first?.rejected[0]?.problems).toMatchObject([
      {
        rule: "other_version",
        message: {
          nl: `een ander bestand heeft dezelfde sleutel met andere waarden; geen datum zegt welk van de twee nieuwer is, dus geldt het laatste in de lijst: ${names[1]}, regel 2`,
          en: `another file has the same key with other values; no date says which of the two is newer, so the later in the list stands: ${names[1]}, line 2`,
        },
      },
    ]);
  });
  it("are told apart where two sources read the same file", async () => {
    const path = join(folder, "shared.csv");
    writeFileSync(path, csv(GOOD, GOOD.replace("L1", "L2").replace(",20,", ",veel,")));
    const { sources: configured } = readConfig(config, { today: "2026-03-02" });
    const one = configured.lectures;
    if (!one) throw new Error("no source");
    const twice = [
      await openSource("first", one, path, "shared.csv"),
      await openSource("second", one, path, "shared.csv"),
    ];
    const results = await validate(warehouse, contractOf("lectures"), twice, "test");
    expect(results.map(({ accepted, unchanged, rejected }) => [accepted, unchanged, rejected.length])).toEqual([
      [0, 1, 1],
      [1, 0, 1],
    ]);
  });
  it("finds the cells of a repeated line also where line breaks stand within quotes", async () => {
    const rows = ['L5,ovk,held,2026-01-15,900001,01,D1,"\n20",8', GOOD, GOOD.replace(",20,", ",25,")];
    const { accepted, rejected } = await load("lectures", csv(...rows));
    expect([accepted, rejected]).toMatchObject([2, [{ line: 5, cells: GOOD.replace(",20,", ",25,").split(",") }]]);
  });
});

describe("accepted, unchanged and rejected rows", () => {
  const cell = (good: string, ...bad: string[]) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constant(good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad, "", "-", "x\u0000".slice(0, 1)) },
    );
  const row = fc
    .tuple(
      fc.constantFrom("L1", "L2", "L3", "L4", "L5"),
      cell("ovk", "OVK", "lezing"),
      cell("held", "planned", "gegeven"),
      cell("2026-01-15", "2026-02-30", "15/01/2026", "2026-04-01"),
      cell("900001", "900002", "9 1"),
      cell("01", "02"),
      cell("D1", "D2"),
      cell("20", "1.000", "5000"),
      cell("8", "30", "-1"),
    )
    .map((cells) => cells.join(","))
    .chain((line) =>
      fc.oneof(
        { weight: 12, arbitrary: fc.constant(line) },
        { weight: 1, arbitrary: fc.constantFrom(`${line},x`, "L9,ovk") },
      ),
    );
  it("add up to the rows of the file, whatever is wrong in it", () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
        await warehouse.run("delete from raw.lectures");
        const { accepted, unchanged, rejected } = await lectures(...rows);
        expect(accepted + unchanged + rejected.length).toBe(rows.length);
        expect(rejected.every(({ problems }) => problems.length > 0)).toBe(true);
        expect(
          await warehouse.rows(
            "select count(*)::integer as n, count(distinct lecture_id)::integer as d from raw.lectures",
          ),
        ).toEqual([{ n: accepted, d: accepted }]);
      }),
      { numRuns: 40 },
    ));
  it("are the same for a plain file, judged in one pass, and for one that asks for care", () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const text = `${HEADER}\n${rows.join("\n")}\n`;
        const judged = async (file: string | Buffer) => {
          await warehouse.run("delete from raw.lectures");
          const { accepted, unchanged, rejected } = await load("lectures", file);
          const stored = await warehouse.rows("select * exclude (_file) from raw.lectures order by _line");
          return { accepted, unchanged, rejected, stored };
        };
        expect(await judged(text)).toEqual(await judged(Buffer.from(`\ufeff${text}`, "utf16le")));
      }),
      { numRuns: 20 },
    ));
});

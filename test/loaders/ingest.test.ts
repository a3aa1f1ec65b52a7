import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../loaders/config/config.ts";
import { InputError } from "../../loaders/errors.ts";
import { ingest } from "../../loaders/ingest.ts";
import { openWarehouse } from "../../loaders/warehouse.ts";

const SCHOOLS = `school_id,site_id,name,postcode,nis,network,stages
900001,01,Voorbeeldschool Lier,2500,12021,vgo,2+3
900002,01,Voorbeeldschool Genk,3600,71016,go,1+2+3
`;
const LECTURERS = "lecturer_id,discipline,active\nD1,ict,ja\nD2,energy,nee\n";
const LECTURES = `lecture_id,programme,status,held_on,school_id,site_id,lecturer_id,teacher_id,students,girls,recorded_on
L1,stem_ovk,held,2026-01-15,900001,01,D1,T1,20,8,2026-01-16
L2,ovk,held,2026-01-16,900002,01,D2,T2,30,,2026-03-01
L3,ovk,held,2025-01-16,900002,01,D2,T2,25,,
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stempeil-ingest-"));
  mkdirSync(join(folder, "exports"));
  write("exports/schools.csv", SCHOOLS);
  write("exports/lecturers.csv", LECTURERS);
  write("exports/lectures.csv", LECTURES);
  const source = (table: string) => `  ${table}:\n    table: ${table}\n    file: exports/${table}.csv\n`;
  write("config.yaml", `as_of: 2026-03-02\nsources:\n${["schools", "lecturers", "lectures"].map(source).join("")}`);
});
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const placesOf = () => ({
  reference: "reference",
  warehouse: join(folder, "warehouse", "stempeil.duckdb"),
  quarantine: join(folder, "quarantine"),
});
const load = () => ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), placesOf());
const refusal = async () => {
  try {
    await load();
  } catch (error) {
    if (error instanceof InputError) return `${error.status} ${error.message}`;
    throw error;
  }
  return "no error";
};
const query = async (sql: string) => {
  const warehouse = await openWarehouse(placesOf().warehouse, { readOnly: true });
  try {
    return await warehouse.rows(sql);
  } finally {
    warehouse.close();
  }
};

describe("ingest(config, places)", () => {
  it("reports every source and puts the warehouse in place", async () => {
    const report = await load();
    expect(report.as_of).toBe("2026-03-02");
    expect(report.load_id).toMatch(/^2026-03-02-[0-9a-f]{8}$/);
    expect(report.sources).toMatchObject([
      { source: "schools", rows_read: 2, rows_accepted: 2, rows_rejected: 0, rows_unchanged: 0, quarantine: null },
      { source: "lecturers", rows_read: 2, rows_accepted: 2 },
      {
        source: "lectures",
        table: "lectures",
        file: "exports/lectures.csv",
        encoding: "utf-8",
        rows_read: 3,
        rows_accepted: 3,
      },
    ]);
    expect(readdirSync(join(folder, "warehouse"))).toEqual(["stempeil.duckdb"]);
  });
  it("counts what was held, and nothing else, in the indicators", async () => {
    await load();
    expect(
      await query(`select period, value, numerator, status from indicators.observations where indicator_id = 'lectures_count'
        and programme is null and province is null and theme is null and discipline is null order by period`),
    ).toEqual([
      { period: "2024-2025", value: 1, numerator: 1, status: null },
      { period: "2025-2026", value: 2, numerator: 2, status: "p" },
    ]);
  });
  it("gives the same load id for the same files and another for a changed row", async () => {
    const { load_id } = await load();
    expect((await load()).load_id).toBe(load_id);
    write("exports/lectures.csv", LECTURES.replace(",30,", ",31,"));
    expect((await load()).load_id).not.toBe(load_id);
  });
  it("holds bad rows in a quarantine file that loads once it is mended", async () => {
    write("exports/lectures.csv", `${LECTURES}L4,ovk,held,2026-02-30,900001,01,D1,T3,"=1+1",,\nL5,ovk\n`);
    expect((await load()).sources[2]).toMatchObject({ rows_read: 5, rows_rejected: 2 });
    expect(
      await query("select line, column_name, rule, reason_en from meta.rejected order by line, column_name"),
    ).toEqual([
      { line: 5, column_name: "held_on", rule: "unreadable", reason_en: "expected an existing date yyyy-mm-dd" },
      { line: 5, column_name: "students", rule: "unreadable", reason_en: "expected a whole number from 1 to 1000" },
      { line: 6, column_name: "", rule: "row_length", reason_en: "the row has not as many cells as the header" },
    ]);
    write("exports/lectures.csv", `${LECTURES}L4,ovk,held,2026-02-30,900001,01,D1,T3,"=1+1",,\n`);
    const report = await load();
    const path = join(folder, "quarantine", "lectures.csv");
    expect(report.sources[2]).toMatchObject({ rows_read: 4, rows_accepted: 3, rows_rejected: 1, quarantine: path });
    const [header, row] = readFileSync(path, "utf8").split("\r\n");
    expect(header).toBe(`\ufefffile,line,column,value,rule,message_nl,message_en,${LECTURES.split("\n")[0]}`);
    expect(row).toContain("exports/lectures.csv,5,held_on | students,2026-02-30 | =1+1,unreadable | unreadable,");
    expect(row).toContain(",L4,ovk,held,2026-02-30,900001,01,D1,T3,'=1+1,,");
    write(
      "exports/lectures.csv",
      readFileSync(path, "utf8")
        .replace(/2026-02-30(?=,9)/, "2026-02-27")
        .replace("'=1+1", "22"),
    );
    expect((await load()).sources[2]).toMatchObject({ rows_read: 1, rows_accepted: 1, rows_rejected: 0 });
    expect(existsSync(path)).toBe(false);
  });
  it("refuses a source in the quarantine folder, for what was mended there would be overwritten", async () => {
    write("exports/lectures.csv", `${LECTURES}L4,ovk,held,2026-02-30,900001,01,D1,T3,22,,\n`);
    await load();
    const mended = readFileSync(join(folder, "quarantine", "lectures.csv"), "utf8").replaceAll("02-30", "02-27");
    write("quarantine/lectures.csv", mended);
    const config = readFileSync(join(folder, "config.yaml"), "utf8");
    write("config.yaml", `${config}  mended: { table: lectures, file: "quarantine/*.csv" }\n`);
    expect(await refusal()).toBe(
      "2 a source in the quarantine folder: quarantine/lectures.csv (source mended); each load writes that folder anew, so save the mended file among your exports",
    );
    expect(readFileSync(join(folder, "quarantine", "lectures.csv"), "utf8")).toBe(mended);
  });
  it("reads a column under the name that the mapping gives", async () => {
    write("exports/lectures.csv", LECTURES.replace("students", "aantal leerlingen"));
    const config = readFileSync(join(folder, "config.yaml"), "utf8");
    write("config.yaml", `${config}    columns:\n      students: aantal leerlingen\n`);
    expect((await load()).sources[2]).toMatchObject({ rows_accepted: 3 });
  });
});

describe("a source that is refused", () => {
  const text = (content: string) => () => write("exports/lectures.csv", content);
  const faults: [string, () => void, string][] = [
    [
      "a missing file",
      () =>
        write("config.yaml", readFileSync(join(folder, "config.yaml"), "utf8").replace("lectures.csv", "lessen.csv")),
      "3 missing file: exports/lessen.csv; its folder holds lecturers.csv, lectures.csv, schools.csv (source lectures)",
    ],
    ["an empty file", text(""), "3 empty file: exports/lectures.csv (source lectures)"],
    [
      "a header only",
      text(`${LECTURES.split("\n")[0]}\n`),
      "3 no rows under the header: exports/lectures.csv, line 1 (source lectures)",
    ],
    [
      "a missing column",
      text(LECTURES.replace("programme", "programma")),
      "3 missing column: programme (exports/lectures.csv, line 1; found: lecture_id, programma, status, held_on, school_id, site_id, lecturer_id, teacher_id, students, girls, recorded_on; did you mean programma?) (source lectures)",
    ],
    [
      "a column that stands twice",
      text(LECTURES.replace("teacher_id", "students")),
      "3 column stands twice: students (exports/lectures.csv, line 1) (source lectures)",
    ],
    [
      "a file that is not text",
      () => write("exports/lectures.csv", new Uint8Array([76, 0, 255, 10])),
      "3 not a text file: control character in exports/lectures.csv, line 1 (source lectures)",
    ],
    [
      "a file of which no row is sound",
      text(LECTURES.replaceAll("2026-01-1", "15/1/").replaceAll("2025-01-16", "x")),
      "3 no row could be accepted: line 2, column held_on, expected an existing date yyyy-mm-dd; found: 15/1/5 (exports/lectures.csv, 3 rows, source lectures)",
    ],
  ];
  for (const [fault, spoil, message] of faults)
    it(`leaves the warehouse as it was: ${fault}`, async () => {
      mkdirSync(join(folder, "warehouse"));
      write("warehouse/stempeil.duckdb", "as the load before left it");
      spoil();
      expect(await refusal()).toBe(message);
      expect(readFileSync(placesOf().warehouse, "utf8")).toBe("as the load before left it");
      expect(readdirSync(join(folder, "warehouse"))).toEqual(["stempeil.duckdb"]);
    });
  it("names every refused source at once", async () => {
    write("exports/lectures.csv", "");
    write("exports/schools.csv", "");
    expect((await refusal()).split("\n")).toHaveLength(2);
  });
  it("says so when a folder stands where a file is expected", async () => {
    write("config.yaml", readFileSync(join(folder, "config.yaml"), "utf8").replace("exports/lectures.csv", "exports"));
    expect(await refusal()).toBe("3 a folder where a file is expected: exports (source lectures)");
  });
});

describe("monthly snapshots of one source", () => {
  const header = SCHOOLS.split("\n")[0];
  const row = (no: number, name = "School") => `90000${no},1,${name} ${no},2500,12021,vgo,2+3`;
  const snapshot = (name: string, ...rows: string[]) =>
    write(`exports/${name}.csv`, `${[header, ...rows].join("\n")}\n`);
  beforeEach(() =>
    write("config.yaml", 'as_of: 2026-03-02\nsources:\n  mon:\n    table: schools\n    file: "exports/mon*.csv"\n'),
  );
  it("load where one row was revised and the others stand as they were", async () => {
    snapshot("mon-2026-01-01", row(1), row(2), row(3));
    snapshot("mon-2026-02-01", row(1), row(2), row(3, "Nieuwe naam"), row(4));
    const { sources } = await load();
    expect(sources).toMatchObject([
      { rows_read: 3, rows_accepted: 0, rows_unchanged: 2, rows_rejected: 1 },
      { rows_read: 4, rows_accepted: 4, rows_unchanged: 0, rows_rejected: 0 },
    ]);
    expect(await query("select name from raw.schools where school_id = '900003'")).toEqual([{ name: "Nieuwe naam 3" }]);
    expect(readFileSync(join(folder, "quarantine", "mon.csv"), "utf8")).toContain("older_version");
  });
  it("load where every row was revised", async () => {
    snapshot("mon-2026-01-01", row(1), row(2));
    snapshot("mon-2026-02-01", row(1, "Nieuwe naam"), row(2, "Nieuwe naam"));
    expect((await load()).sources).toMatchObject([
      { rows_accepted: 0, rows_rejected: 2 },
      { rows_accepted: 2, rows_rejected: 0 },
    ]);
  });
  it("are refused where not one row of a file can be read", async () => {
    snapshot("mon-2026-01-01", row(1).replace("2500", "Lier"), row(2).replace("2500", "Genk"));
    snapshot("mon-2026-02-01", row(1));
    expect(await refusal()).toMatch(
      /^3 no row could be accepted: line 2, column postcode, .*mon-2026-01-01\.csv, 2 rows/,
    );
  });
});

describe("a load that is broken off", () => {
  it("leaves a warehouse that opens and is whole, at whatever moment it was killed", async () => {
    await load();
    const before = await query("select load_id from meta.parameters");
    write("exports/lectures.csv", LECTURES.replace(",30,", ",31,"));
    const script = `import { ingest } from "${process.cwd()}/loaders/ingest.ts"; import { readConfig } from "${process.cwd()}/loaders/config/config.ts";
      (async () => { for (;;) await ingest(readConfig(${JSON.stringify(join(folder, "config.yaml"))}, { today: "2026-03-02" }),
        ${JSON.stringify(placesOf())}, (stage) => console.log(stage)); })();`;
    for (const delay of [60, 800]) {
      await new Promise<void>((done) => {
        const child = execFile(
          "node",
          ["--import", "tsx", "--input-type=module", "-e", script],
          { cwd: process.cwd() },
          () => done(),
        );
        child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), delay));
      });
      const [parameters] = (await query("select load_id from meta.parameters")) as [{ load_id: string }];
      expect(parameters.load_id).toMatch(/^2026-03-02-[0-9a-f]{8}$/);
      expect(
        await query(
          "select count(*)::integer as n from analyses.scorecard where indicator_id = 'lectures_count' and programme is null",
        ),
      ).toEqual([{ n: 1 }]);
    }
    await load();
    expect(await query("select load_id from meta.parameters")).not.toEqual(before);
    expect(readdirSync(join(folder, "warehouse"))).toEqual(["stempeil.duckdb"]);
  }, 60_000);
});

import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { ingest } from "../../../loaders/ingest.ts";
import { readToName } from "../../../loaders/names/aliases.ts";
import { openWarehouse } from "../../../loaders/warehouse.ts";

const SCHOOLS = `school_id,site_id,name,postcode,nis,network,stages
900001,1,Sint-Jozefscollege,2500,12021,vgo,2+3
900002,1,Vrij Technisch Instituut Genk,3600,71016,vgo,1+2+3
`;
const REGISTER = `Datum;School;Gemeente;Spreker;Bedrijf;Leerkracht;Aantal;Status
2026-01-15;St.-Jozefcollege;Lier;Lies Maes;Robotix nv;Mevr. Ann Coppé;20;held
2026-01-15;Sint-Jozefscollege;LIER;MAES Lies;Robotix;Coppe  Ann;18;held
2026-01-16;VTI;Genk;Dr. Lies Maes;;Ann Coppé / Jan De Smedt;22;held
2026-01-17;VTI;Genk;Koen Claes;;Jan De Smet;19;held
2026-01-18;Sterrenwacht;Genk;Koen Claes;;Jan De Smedt;19;held
`;
const CONFIG = `as_of: 2026-03-02
aliases: internal/schools-to-name.xlsx
sources:
  schools: { table: schools, file: schools.csv }
  register:
    table: lectures
    format: columns
    file: register.csv
    key_from: [held_on, school, lecturer]
    creates: [lecturers]
    constants: { programme: stem_ovk }
    columns: { held_on: Datum, school: School, place: Gemeente, lecturer_name: Spreker, company: Bedrijf, teacher_name: Leerkracht, students: Aantal, status: Status }
`;

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stempeil-names-"));
  mkdirSync(join(folder, "warehouse"));
  write("schools.csv", SCHOOLS);
  write("register.csv", REGISTER);
  write("config.yaml", CONFIG);
});
const warehousePath = () => join(folder, "warehouse", "stempeil.duckdb");
const load = () =>
  ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), {
    reference: "reference",
    warehouse: warehousePath(),
    quarantine: join(folder, "quarantine"),
  });
const query = async <T>(sql: string) => {
  const warehouse = await openWarehouse(warehousePath(), { readOnly: true });
  try {
    return await warehouse.rows<T>(sql);
  } finally {
    warehouse.close();
  }
};
const lectures = () =>
  query<Record<string, string>>(
    "select lecture_id, school_id, lecturer_id, teacher_id from raw.lectures order by held_on, _line",
  );

describe("a register with names in the place of codes", () => {
  it("loads with the codes of its schools, lecturers and teachers, the same in each load", async () => {
    const report = await load();
    const [register] = report.sources.filter(({ source }) => source === "register");
    expect(register).toMatchObject({ rows_read: 5, rows_accepted: 4, rows_rejected: 1 });
    expect(register?.tallies).toEqual([
      { rule: "schools_by_name", label: "exact, 1 spellings", amount: 1 },
      { rule: "schools_by_name", label: "open, 1 spellings", amount: 1 },
      { rule: "schools_by_name", label: "rule, 2 spellings", amount: 3 },
      { rule: "lecturers_made_of_names", label: "register.csv", amount: 2 },
      { rule: "perhaps_one_teacher", label: "school 900002, lines 4 and 5", amount: 2 },
    ]);
    const rows = await lectures();
    const key = Buffer.from(readFileSync(join(folder, "warehouse", "persons.key"), "utf8").trim(), "hex");
    const token = (words: string) =>
      `t${createHmac("sha256", key).update(`teacher|${words}`).digest("hex").slice(0, 12)}`;
    expect(rows.map(({ school_id, teacher_id }) => [school_id, teacher_id])).toEqual([
      ["900001", `900001:${token("ann coppe")}`],
      ["900001", `900001:${token("ann coppe")}`],
      ["900002", `900002:${[token("ann coppe"), token("de jan smedt")].sort().join("+")}`],
      ["900002", `900002:${token("de jan smet")}`],
    ]);
    expect(new Set(rows.slice(0, 3).map(({ lecturer_id }) => lecturer_id)).size).toBe(1);
    expect(rows[1]?.lecture_id).toBe(`${rows[0]?.lecture_id}-2`);
    await load();
    expect(await lectures()).toEqual(rows);
    // two teachers in one cell count as two: Coppé at two schools, De Smedt and De Smet
    expect(
      await query(
        "select value::integer as n from indicators.observations where indicator_id = 'teachers_count' and period = '2025-2026' and coalesce(programme, province) is null",
      ),
    ).toEqual([{ n: 4 }]);
  }, 60_000);

  it("keeps a teacher's name nowhere, and the key for its owner alone", async () => {
    await load();
    expect(statSync(join(folder, "warehouse", "persons.key")).mode & 0o777).toBe(0o600);
    const left = ["warehouse", "quarantine", "internal"].flatMap((name) =>
      readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), "latin1")),
    );
    for (const text of left) expect(text).not.toMatch(/Smedt|Copp/i);
  }, 60_000);

  it("holds an unknown school with its best candidates, lists it once, and takes what was decided", async () => {
    await load();
    expect(readFileSync(join(folder, "quarantine", "register.csv"), "utf8")).toContain(
      "no school of this name, or more than one; found: Sterrenwacht, Genk; candidates: 900002/1 Vrij Technisch Instituut Genk, 3600 | 900001/1 Sint-Jozefscollege, 2500",
    );
    const path = join(folder, "internal", "schools-to-name.xlsx");
    expect(await readToName(path, path)).toMatchObject([
      { school: "Sterrenwacht", place: "Genk", times: "1", decision: "" },
    ]);
    write("decided.csv", "school,place,decision\nSterrenwacht,Genk,900002/1\n");
    write("config.yaml", CONFIG.replace("internal/schools-to-name.xlsx", "decided.csv"));
    const report = await load();
    expect(report.sources.find(({ source }) => source === "register")).toMatchObject({
      rows_accepted: 5,
      rows_rejected: 0,
    });
  }, 60_000);
});

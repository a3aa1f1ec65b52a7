import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { MATCH_COLUMNS } from "../../commands/match/matchRows.ts";
import { unzip } from "./unzip.ts";

const project = process.cwd();
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A configuration that loads these tables from a folder of exports. */
function configure(place: string, folder: string, tables: string[]): void {
  const sources = tables.map((table) => `  ${table}:\n    table: ${table}\n    file: ${folder}/${table}.csv\n`);
  writeFileSync(join(place, "stempeil.config.yaml"), `as_of: 2026-03-02\nsources:\n${sources.join("")}`);
}

/** A folder of its own to run in, with these exports and a configuration that names them. */
function placeWith(tables: Record<string, string[]>): string {
  const place = mkdtempSync(join(tmpdir(), "stempeil-match-"));
  made.push(place);
  for (const folder of ["reference", "node_modules", "sample"]) symlinkSync(join(project, folder), join(place, folder));
  mkdirSync(join(place, "exports"));
  for (const [table, lines] of Object.entries(tables))
    writeFileSync(join(place, "exports", `${table}.csv`), `${lines.join("\n")}\n`);
  configure(place, "exports", Object.keys(tables));
  return place;
}

function match(place: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    "node",
    ["--import", "tsx", join(project, "commands", "match.ts"), ...args],
    { cwd: place, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}
const CONFIG = ["--config", "stempeil.config.yaml"];
const rowsOf = (place: string): Record<string, string>[] =>
  parse(readFileSync(join(place, "internal", "matches.csv")), { columns: true, bom: true });

const schools = [
  "school_id,site_id,name,postcode,nis,network,stages,lat,lon",
  "900001,1,School in Antwerpen,2000,11002,go,2+3,51.2656,4.3729",
  "900002,1,School in Oostende,8400,35013,go,2+3,51.2154,2.9286",
  "900003,1,School ergens,9999,99999,go,2+3,,",
];
const lecturers = [
  "lecturer_id,full_name,discipline,postcode,max_lectures_per_year,active",
  "G1,Ann Voorbeeld,ict,2000,1,true",
  "G2,Bert Voorbeeld,energy,2000,1,true",
  "G3,Cis Voorbeeld,ict,8400,,false",
  "G4,Dirk Voorbeeld,ict,9999,,true",
];
const lectures = [
  "lecture_id,programme,status,held_on,school_id,site_id,lecturer_id,students",
  "L1,ovk,planned,2026-04-01,900002,1,G2,",
  "L2,ovk,held,2024-04-01,900001,1,G1,20",
];
const HEADER =
  "request_id,school_id,site_id,requested_on,discipline,stage,preferred_from,preferred_until,status,lecture_id";
const requests = [
  HEADER,
  "V1,900001,1,2026-02-01,ict,3,2026-02-10,2026-02-20,open,",
  "V2,900001,1,2026-02-02,energy,3,,,open,",
  "V3,900002,1,2026-02-03,,2,,,open,",
  "V4,900003,1,2026-02-04,ict,2,,,open,",
  "V5,900001,1,2026-02-05,ict,2,,,withdrawn,",
];

describe("npm run match", () => {
  const place = placeWith({ schools, lecturers, lectures, requests });

  it("says that nothing was loaded yet, and writes nothing", () => {
    expect(match(place)).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: nothing was loaded yet: run npm run ingest first, or give --config PATH\n",
    });
    expect(existsSync(join(place, "internal"))).toBe(false);
  });

  it("proposes lecturers for the open requests, and sums up on the screen", () => {
    const { status, stdout } = match(place, ...CONFIG);
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "4 open requests on 2026-03-02; 3 active lecturers, who can still give 3 lectures this school year",
      "left out, since the place is not known: 1 lecturer",
      "the days that suited have passed: 1 request",
      "matched: 1, 1 of 1 in the discipline asked for, 1 to a school where the lecturer came before",
      "unmatched: 3",
      "  1: all lecturers within 40 km are full or proposed elsewhere",
      "  1: the place of the school is not known",
      "  1: no lecturer lives within 40 km",
      "distance: 0.0 km, 0.0 a lecture",
      "for comparison, each request in turn:",
      "  the nearest lecturer, whatever the penalties: 1 matched, 1 of 1 in the discipline asked for; 0.0 km, 0.0 a lecture",
      "  the cheapest lecturer, penalties counted as km: 1 matched, 1 of 1 in the discipline asked for; 0.0 km, 0.0 a lecture",
      "distance and penalties together: 5.0 km; nearest in turn 5.0 km, cheapest in turn 5.0 km",
      "internal/matches.csv and .xlsx (internal: they name lecturers by number)",
      "",
    ]);
  });

  it("names the lecturer, the alternatives, and the reason where there is nobody", () => {
    const [first, second, third, fourth, ...more] = rowsOf(place);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{ request_id: "V1", school: "School in Antwerpen", municipality: "Antwerpen", lecturer_id: "G1", km: "0" },
      ...{ lecturer_municipality: "Antwerpen", lecturer_discipline: "ict", discipline_fits: "ja / yes" },
      ...{ came_before: "ja / yes", lectures_this_year: "0", alternative_1: "G2", alternative_1_km: "0" },
      ...{ alternative_1_state: "volzet / full", alternative_2: "", reason_en: "" },
    });
    expect(second).toMatchObject({
      ...{ lecturer_id: "", km: "", alternative_1: "G1", alternative_2: "G2" },
      ...{ alternative_1_state: "elders voorgesteld / proposed elsewhere" },
      reason_nl: "alle gastdocenten binnen 40 km zijn volzet of elders voorgesteld",
    });
    expect(third).toMatchObject({
      alternative_1: "",
      reason_en: expect.stringMatching(/^no lecturer lives within 40 km; the nearest at 1\d\d\.\d km$/),
    });
    expect(fourth).toMatchObject({ municipality: "", reason_nl: "de plaats van de school is niet bekend" });
  });

  it("says which proposals send the same lecturer to one school more than once", () => {
    const open = (id: string, school: string) => `${id},${school},1,2026-02-01,,2,,,open,`;
    const twice = placeWith({
      schools: [...schools, "900004,1,School in Antwerpen 2,2000,11002,go,2+3,51.2657,4.3729"],
      lecturers: [lecturers[0] ?? "", "G1,Ann Voorbeeld,ict,2000,4,true"],
      requests: [HEADER, open("V1", "900001"), open("V2", "900004"), open("V3", "900001")],
    });
    const { stdout } = match(twice, ...CONFIG);
    expect(stdout).toContain("\nthe same lecturer proposed for more than one request of a school: 2 proposals\n");
    expect(rowsOf(twice).map(({ also_proposed_for }) => also_proposed_for)).toEqual(["V3", "", "V1"]);
    expect(rowsOf(place).map(({ also_proposed_for }) => also_proposed_for)).toEqual(["", "", "", ""]);
  });

  it("writes no name of a person", () => {
    const workbook = Object.values(unzip(readFileSync(join(place, "internal", "matches.xlsx")))).join("\n");
    expect(readFileSync(join(place, "internal", "matches.csv"), "utf8") + workbook).not.toContain("Voorbeeld");
  });

  it("explains every column in Dutch and English in the workbook, with the same bytes each time", () => {
    const file = join(place, "internal", "matches.xlsx");
    const [first, csv] = [readFileSync(file), readFileSync(join(place, "internal", "matches.csv"))];
    const text = Object.values(unzip(first)).join("\n");
    for (const { name, nl, en } of MATCH_COLUMNS) for (const words of [name, nl, en]) expect(text).toContain(words);
    expect(match(place).status).toBe(0);
    expect(readFileSync(file).equals(first)).toBe(true);
    expect(readFileSync(join(place, "internal", "matches.csv")).equals(csv)).toBe(true);
  });

  it("says in one line that there is nothing to match, or nobody to propose", () => {
    const quiet = placeWith({ schools, lecturers, requests: [HEADER, requests[5] ?? ""] });
    const last = (result: { stderr: string }) => result.stderr.trimEnd().split("\n").at(-1);
    const nothing = match(quiet, ...CONFIG);
    expect([nothing.status, last(nothing)]).toEqual([2, "error: no open requests on 2026-03-02 (of 1 request loaded)"]);
    const alone = match(
      placeWith({ schools, lecturers: [lecturers[0] ?? "", lecturers[3] ?? ""], requests }),
      ...CONFIG,
    );
    expect([alone.status, last(alone)]).toEqual([2, "error: no active lecturers (of 1 lecturer loaded)"]);
    expect(match(quiet, "--as-of", "maandag").stderr).toBe("error: not a day yyyy-mm-dd: maandag (--as-of)\n");
  });
});

describe("npm run match on the sample", () => {
  const place = placeWith({});
  configure(place, "sample/exports", ["schools", "lecturers", "lectures", "requests"]);

  it("finds somebody within 40 km for nearly every request, and is not dearer than taking them in turn", () => {
    const { status, stdout } = match(place, ...CONFIG);
    expect(status).toBe(0);
    const rows = rowsOf(place);
    expect(rows.length).toBeGreaterThan(40);
    expect(stdout.startsWith(`${rows.length} open requests on 2026-03-02; `)).toBe(true);
    const matched = rows.filter(({ lecturer_id }) => lecturer_id);
    expect(matched.length).toBeGreaterThan(0.9 * rows.length);
    for (const { km } of matched) expect(Number(km)).toBeLessThanOrEqual(40);
    for (const { reason_nl, reason_en, lecturer_id } of rows)
      expect([!reason_nl, !reason_en]).toEqual([!!lecturer_id, !!lecturer_id]);
    const costs = /penalties together: ([\d,.]+) km; nearest in turn ([\d,.]+) km, cheapest in turn ([\d,.]+) km/.exec(
      stdout,
    );
    const [own = 0, nearest, cheapest] = costs?.slice(1).map((text) => Number(text.replaceAll(",", ""))) ?? [];
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThanOrEqual(cheapest ?? 0);
    expect(own).toBeLessThanOrEqual(nearest ?? 0);
    const kmOf = (line: RegExp) => Number(line.exec(stdout)?.[1]?.replaceAll(",", ""));
    // the nearest in turn is nearer than what is proposed, and pays for it with the discipline
    expect(kmOf(/the nearest lecturer.*; ([\d,.]+) km,/)).toBeLessThan(kmOf(/^distance: ([\d,.]+) km,/m));
    expect(kmOf(/the nearest lecturer.* matched, (\d+) of/)).toBeLessThan(kmOf(/^matched: \d+, (\d+) of/m));
  });
});

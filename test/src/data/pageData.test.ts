import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../../../loaders/config/config.ts";
import { ingest } from "../../../loaders/ingest.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";
import { provenance } from "../../../src/data/data/loads.ts";
import { shareSection } from "../../../src/data/girls/shares.ts";
import { pages } from "../../../src/data/index.ts";
import { lectureGroups } from "../../../src/data/lectures/lectureGroups.ts";
import { writePageData } from "../../../src/data/pageData.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-page-data-"));
const exports = {
  schools: "school_id,site_id,name,postcode,nis,network,stages\n900001,1,Voorbeeldschool Lier,2500,12021,vgo,2+3\n",
  lecturers: "lecturer_id,discipline,active\nD1,ict,ja\n",
  lectures: `lecture_id,programme,status,held_on,school_id,site_id,lecturer_id,teacher_id,students,theme
L1,stem_ovk,held,2026-01-15,900001,1,D1,T1,20,digital
L2,ovk,held,2026-01-16,900001,1,D1,T2,30,digital
L3,ovk,held,2025-01-16,900001,1,D1,T2,25,career
L4,ovk,held,2025-05-16,900001,1,D1,T2,25,career
`,
};

let warehouse: Warehouse;
beforeAll(async () => {
  mkdirSync(join(folder, "exports"));
  for (const [table, csv] of Object.entries(exports)) writeFileSync(join(folder, "exports", `${table}.csv`), csv);
  const sources = Object.keys(exports).map(
    (table) => `  ${table}:\n    table: ${table}\n    file: exports/${table}.csv\n`,
  );
  writeFileSync(join(folder, "config.yaml"), `as_of: 2026-03-02\nsources:\n${sources.join("")}`);
  const places = {
    reference: "reference",
    warehouse: join(folder, "w.duckdb"),
    quarantine: join(folder, "quarantine"),
  };
  await ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), places);
  warehouse = await openWarehouse(places.warehouse, { readOnly: true });
});
afterAll(() => warehouse.close());

const section = (page: string, name: string) =>
  JSON.parse(readFileSync(join(folder, "data", `${page}.json`), "utf8")).sections[name];

describe("writePageData(warehouse, pages, folder)", () => {
  it("fits every page's schema, also where most sources are not loaded", async () => {
    await writePageData(warehouse, pages, join(folder, "public"));
    // of so small a programme the public edition shows hardly a figure
    await writePageData(warehouse, pages, join(folder, "data"), "internal");
    expect(readdirSync(join(folder, "data")).sort()).toEqual(pages.map(({ name }) => `${name}.json`).sort());
  });
  it("sets the current year beside the same teaching day a year before", () => {
    expect(section("benchmarks", "by_theme").rows).toMatchObject([
      { group: "digital", label: { nl: "digitale wereld" }, value: 2, last_year: 0 },
      { group: "career", value: 0, last_year: 1 },
    ]);
    expect(section("benchmarks", "together").rows).toMatchObject([
      {
        value: 2,
        last_value: 1,
        is_same_day: true,
        target: null,
        status: "no_target",
        expected: null,
        probability: null,
        no_forecast: {
          en: "there are not two past school years without closures to learn the course of a year from",
        },
      },
      { value: 1 },
      { value: 50 },
      { value: 2 },
    ]);
  });
  it("names the files behind a section", () =>
    expect(section("benchmarks", "lectures").sources).toContainEqual(
      expect.objectContaining({
        label: { nl: "exports/lectures.csv", en: "exports/lectures.csv" },
        url: null,
        is_synthetic: false,
      }),
    ));
  it("has a point of every year on today's teaching day", () => {
    const rows: { school_year: string; teaching_day: number; is_current: boolean }[] = section(
      "benchmarks",
      "lectures",
    ).rows;
    const today = Math.max(...rows.filter(({ is_current }) => is_current).map(({ teaching_day }) => teaching_day));
    expect(
      new Set(rows.filter(({ teaching_day }) => teaching_day === today).map(({ school_year }) => school_year)),
    ).toEqual(new Set(rows.map(({ school_year }) => school_year)));
  });
  it("keeps published figures as they are, with their source", () => {
    const rows = section("girls-in-stem", "published_all").rows;
    expect(rows).toHaveLength(57);
    expect(rows[29]).toMatchObject({
      figure_id: 30,
      period: "2015-2016",
      value: 30.1,
      unit: "percent",
      source: "vrt.be 2017/05/17",
    });
  });
  it("writes nothing for data that do not fit their schema", async () => {
    const odd = { name: "odd", schema: z.strictObject({ n: z.number() }), load: async () => ({ n: "one" }) };
    await expect(writePageData(warehouse, [odd], join(folder, "odd"))).rejects.toThrow();
    expect(readdirSync(join(folder, "odd"))).toEqual([]);
  });
});

describe("page data of one school year of lectures, and of a year half coded anew", () => {
  let one: Warehouse;
  beforeAll(async () => {
    const own = join(folder, "one-year");
    mkdirSync(own);
    const counts = [
      ["2021-2022", "aso", ""],
      ["2022-2023", "aso", ""],
      ["2023-2024", "aso", ""],
      ["2023-2024", "doorstroom", "b"],
    ].flatMap(([year, track, status]) =>
      ["f", "m"].map(
        (sex) => `${year},stem_monitor,secondary,3,1,${track},stem,wetenschappen,${sex},Antwerpen,100,${status}\n`,
      ),
    );
    const tables = {
      ...exports,
      lectures: exports.lectures.split("\n").slice(0, 3).join("\n"),
      enrolments: `school_year,definition,level,stage,year_in_stage,track,stem_category,domain,sex,province,headcount,status\n${counts.join("")}`,
    };
    for (const [table, csv] of Object.entries(tables)) writeFileSync(join(own, `${table}.csv`), csv);
    const sources = Object.keys(tables).map((table) => `  ${table}:\n    table: ${table}\n    file: ${table}.csv\n`);
    writeFileSync(join(own, "config.yaml"), `as_of: 2026-03-02\nsources:\n${sources.join("")}`);
    const places = { reference: "reference", warehouse: join(own, "w.duckdb"), quarantine: join(own, "quarantine") };
    await ingest(readConfig(join(own, "config.yaml"), { today: "2026-03-02" }), places);
    one = await openWarehouse(places.warehouse, { readOnly: true });
  }, 60_000);
  afterAll(() => one.close());

  it("has no count of last year where last year was not loaded, for that is no zero", async () => {
    const { rows } = await lectureGroups(one, "theme");
    expect(rows).toMatchObject([{ group: "digital", value: 2, last_year: null }]);
  });

  it("names files for the indicators that were computed, and for no other", async () => {
    const codes = (await provenance(one)).rows.map(({ codes }) => codes);
    expect(codes).toContain("A1");
    expect(codes).not.toContain("B1");
  });

  it("begins a new line of each track in a year in which the count of all tracks broke", async () => {
    const { rows } = await shareSection(one, "girls_share_in_stem", { by: "track" });
    expect(rows.map(({ group, school_year, status }) => [group, school_year, status])).toEqual([
      ["aso", "2021-2022", null],
      ["aso", "2022-2023", null],
      ["aso", "2023-2024", "b"],
      ["doorstroom", "2023-2024", "b"],
    ]);
  });
});

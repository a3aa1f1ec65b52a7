import { describe, expect, it } from "vitest";
import { enrolmentsOpenData } from "../../../../loaders/formats/education/enrolmentsOpenData.ts";
import {
  contractOf,
  edited,
  OPTIONS,
  problemsOf,
  readFixture,
  reordered,
  shapeTable,
  unread,
  without,
} from "../shapeTable.ts";

const FILE = "inschrijvingen-leerplicht-2025-2026-1feb.csv";
const CLASSES = `create schema reference; create table reference.stem_classification as
  select * from (values ('studierichting', 'natuurwetenschappen', 'stem', '2020-2021', null),
    ('studierichting', 'Natuurwetenschappen', 'light_stem', '2010-2011', '2019-2020'),
    ('studierichting', 'Lassen', 'light_stem', '2010-2011', '2019-2020'),
    ('administratieve_groep', '1e leerjaar A', 'no_stem', '2010-2011', null)) as class(kind, name, stem_category, valid_from, valid_until)`;
const table = readFixture(FILE);
const head = (file: string) => ({ header: table.header, preamble: [], file });
const schoolYear = (file: string) =>
  enrolmentsOpenData.shape(head(file), contractOf("enrolments"), OPTIONS).texts.school_year;

const fixed = { school_year: "2025-2026", count_date: "2026-02-02", definition: "stem_monitor", level: "secondary" };
const site = { school_id: "123", site_id: "1" };
const second = {
  ...fixed,
  ...site,
  stage: "2",
  year_in_stage: "1",
  track: "doorstroom",
  stem_category: "stem",
  domain: "STEM",
};
const ROWS = [
  { ...second, line: 2, sex: "f", province: "Antwerpen", headcount: "15" },
  { ...second, line: 4, sex: "m", province: "Antwerpen", headcount: "9" },
  {
    ...fixed,
    ...site,
    line: 7,
    stage: "1",
    year_in_stage: "1",
    stem_category: "no_stem",
    sex: "f",
    province: "Oost-Vlaanderen",
    headcount: "12",
  },
  {
    ...fixed,
    ...site,
    line: 8,
    stage: "3",
    year_in_stage: "3",
    track: "tso",
    stem_category: "unclassified",
    sex: "f",
    province: "Brussels Hoofdstedelijk Gewest",
    headcount: "12",
  },
  {
    ...fixed,
    ...site,
    line: 9,
    stem_category: "unclassified",
    sex: "f",
    province: "Brussels Hoofdstedelijk Gewest",
    headcount: "12",
  },
  { ...second, line: 10, sex: "f", province: "Antwerpen", headcount: unread("733,5") },
  {
    ...second,
    line: 11,
    stage: "3",
    year_in_stage: "3",
    track: "arbeidsmarkt",
    stem_category: "unclassified",
    sex: "f",
    province: "Antwerpen",
    headcount: "12",
  },
];

describe("enrolments-open-data", () => {
  it("adds up the feature combinations of a site and leaves a broken row alone", async () => {
    const { rows, skipped } = await shapeTable(table, enrolmentsOpenData, {}, CLASSES);
    expect(rows).toEqual(ROWS);
    expect(skipped).toEqual({ not_ordinary_secondary: [5, 6] });
  });

  it("gives rows that the contract takes", async () => {
    const { rows } = await shapeTable(table, enrolmentsOpenData, {}, CLASSES);
    expect(rows.flatMap(({ line, ...row }) => problemsOf(contractOf("enrolments"), row))).toEqual([
      "headcount unreadable",
    ]);
  });

  it("reads the columns in any order", async () => {
    expect((await shapeTable(reordered(table), enrolmentsOpenData, {}, CLASSES)).rows).toEqual(ROWS);
  });

  const headcounts = async (text: string, numbers?: "dutch" | "english") => {
    const one = edited({ ...table, records: table.records.slice(0, 1) }, 2, { aantal_inschrijvingen: text });
    return (await shapeTable(one, enrolmentsOpenData, numbers ? { numbers } : {}, CLASSES)).rows[0]?.headcount;
  };
  it("takes a count with a nought behind the point, and no thousand for one", async () => {
    expect(await headcounts("123.0")).toBe("123");
    expect(await headcounts("123,00")).toBe("123");
    for (const text of ["1.000", "12.000", "1,000", "1.234"]) expect(await headcounts(text)).toBe(unread(text));
  });

  it("reads a thousand where the style of numbers is declared", async () => {
    expect(await headcounts("1.234", "dutch")).toBe("1234");
    expect(await headcounts("1,000", "english")).toBe("1000");
    expect(await headcounts("12.0", "english")).toBe("12");
  });

  it("takes a school without its main structure for no ordinary secondary one", async () => {
    const levels = async (code: string) =>
      shapeTable(edited(table, 2, { hoofdstructuur_inschrijving_code: code }), enrolmentsOpenData, {}, CLASSES);
    expect((await levels("311.0")).rows[0]).toMatchObject({ line: 2, level: "secondary" });
    expect((await levels("")).rows[0]).not.toHaveProperty("level");
    expect((await levels("31l")).rows[0]).toMatchObject({ line: 2, level: unread("31l") });
    expect((await levels("321")).skipped).toEqual({ not_ordinary_secondary: [2, 5, 6] });
  });

  it("takes a class without a first year for one of always", async () => {
    const setup = CLASSES.replace("'stem', '2020-2021'", "'stem', null");
    expect(setup).not.toBe(CLASSES);
    const { rows } = await shapeTable(table, enrolmentsOpenData, { options: { school_year: "2022-2023" } }, setup);
    expect(rows[0]).toMatchObject({ line: 2, stem_category: "stem" });
    const earlier = await shapeTable(table, enrolmentsOpenData, { options: { school_year: "2018-2019" } }, setup);
    expect(earlier.rows[0]).toMatchObject({ line: 2, stem_category: "light_stem" });
  });

  it("tells of tracks without a class by name and head count", () => {
    const { tallies } = enrolmentsOpenData.shape(head(FILE), contractOf("enrolments"), OPTIONS);
    expect(tallies?.map(({ rule }) => rule)).toEqual(["unclassified_track"]);
  });

  it("finds the school year in the name of the file", () => {
    expect(schoolYear("data/inschrijvingen-2016-2017-1feb.csv")).toBe("'2016-2017'");
    expect(schoolYear("leerplicht_1feb2026.csv")).toBe("'2025-2026'");
    expect(schoolYear("leerplicht-20242025.csv")).toBe("'2024-2025'");
  });

  it("asks for a school year that the file does not name", () => {
    expect(() => schoolYear("inschrijvingen.csv")).toThrow(
      "missing option: options.school_year, since the name of the file holds none (format enrolments-open-data, inschrijvingen.csv)",
    );
  });

  it("names a missing column, those found, and the nearest guess", async () => {
    const broken = without(table, "geslacht");
    await expect(
      shapeTable(
        { ...broken, header: broken.header.map((name) => (name === "domein" ? "geslach" : name)) },
        enrolmentsOpenData,
      ),
    ).rejects.toThrow(
      /^missing column: geslacht \(inschrijvingen-leerplicht-2025-2026-1feb\.csv, line 1; found: hoofdstructuur_inschrijving_code, .*; did you mean geslach\?\)$/,
    );
  });
});

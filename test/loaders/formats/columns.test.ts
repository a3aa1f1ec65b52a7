import { describe, expect, it } from "vitest";
import { canonicalFormat, columns } from "../../../loaders/formats/columns.ts";
import { contractOf, readFixture, reordered, shapeAs, unread, without } from "./shapeTable.ts";

const lectures = contractOf("lectures");
const table = readFixture("gastlessen-nl.csv");
const mapping = {
  columns: {
    ...{ lecture_id: "Lesnummer", programme: "Programma", status: "Toestand", held_on: "Datum" },
    ...{ school_id: "School", site_id: "Plaats", students: "Leerlingen", girls: "Meisjes" },
  },
  constants: { theme: "career" },
  values: { programme: { "STEM-OvK": "stem_ovk" }, status: { gegeven: "held", gepland: "planned" } },
  blanks: ["?"],
  numbers: "dutch" as const,
  dates: "dmy" as const,
};
const site = { school_id: "123", site_id: "1", theme: "career" };

/** Blank cells are left to the contract. */
const filled = (rows: Record<string, unknown>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")));
const ROWS = [
  {
    ...site,
    line: 2,
    lecture_id: "L1",
    programme: "stem_ovk",
    status: "held",
    held_on: "2024-12-31",
    students: "1000",
  },
  {
    ...site,
    line: 3,
    lecture_id: "L2",
    programme: "OvK",
    status: "held",
    held_on: unread("31/02/2024"),
    students: unread("24.5"),
    girls: "11",
  },
  { ...site, line: 4, lecture_id: "L3", programme: "OvK", status: "planned", held_on: "2024-05-06" },
];

describe("columns", () => {
  it("reads any table by its mapping: headers, constants, words, blanks, and styles", async () => {
    expect(filled((await shapeAs(lectures, table, columns, mapping)).rows)).toEqual(ROWS);
    expect(filled((await shapeAs(lectures, reordered(table), columns, mapping)).rows)).toEqual(ROWS);
  });

  it("names a column that the mapping promises", async () => {
    await expect(shapeAs(lectures, without(table, "Meisjes"), columns, mapping)).rejects.toThrow(
      "missing column: Meisjes (gastlessen-nl.csv, line 1; found: Lesnummer, Programma, Toestand, Datum, School, Plaats, Leerlingen)",
    );
  });

  it("asks for the end of the period where days have no year", async () => {
    await expect(shapeAs(lectures, table, columns, { ...mapping, dates: "no_year" })).rejects.toThrow(
      "missing option: options.period_end (format columns, gastlessen-nl.csv)",
    );
  });
});

describe("canonical", () => {
  it("leaves plain cells to the contract, whatever style is declared", async () => {
    const { rows } = await shapeAs(lectures, table, canonicalFormat, mapping);
    expect(rows[0]).toMatchObject({ held_on: "31/12/2024", students: "1.000" });
  });

  it("names a missing column and the nearest guess", async () => {
    const own = { ...table, header: ["lectureid", ...table.header.slice(1)] };
    await expect(shapeAs(lectures, own, canonicalFormat)).rejects.toThrow(
      "missing column: lecture_id (gastlessen-nl.csv, line 1; found: lectureid, Programma, Toestand, Datum, School, Plaats, Leerlingen, Meisjes; did you mean lectureid?)",
    );
  });

  it("refuses a column that stands twice", async () => {
    const twice = { ...table, header: table.header.map((name) => (name === "Programma" ? "Lesnummer" : name)) };
    expect(() => columns.shape(twice, lectures, { ...mapping, options: {} })).toThrow(
      "column stands twice: Lesnummer (gastlessen-nl.csv, line 1)",
    );
  });
});

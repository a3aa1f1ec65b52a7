import { describe, expect, it } from "vitest";
import { onderwijsaanbod } from "../../../../loaders/formats/education/onderwijsaanbod.ts";
import { isPersonal } from "../../../../loaders/formats/format.ts";
import { readFixture, reordered, shapeTable, unread, without } from "../shapeTable.ts";

const table = readFixture("onderwijsaanbod.csv", { delimiter: ";" });
const fixed = { name: "Voorbeeldcollege", postcode: "3520", nis: "71066", site_id: "1" };
const ROWS = [
  { ...fixed, line: 2, school_id: "123", network: "vgo", stages: "1+2+3", lat: "50.991974", lon: "5.351705" },
  {
    ...fixed,
    line: 3,
    school_id: "123",
    site_id: "2",
    network: "go",
    stages: "1",
    open_from: "1998-09-01",
    open_until: "2024-08-31",
    lat: "51.039912",
    lon: "3.723601",
  },
  { ...fixed, line: 4, school_id: "456", network: "ogo", stages: "2+3" },
  {
    ...fixed,
    line: 6,
    school_id: "790",
    network: "vgo",
    stages: "1+2+3",
    open_from: unread("31/02/2010"),
    lat: unread("abc / 187317.72"),
    lon: unread("abc / 187317.72"),
  },
];

describe("onderwijsaanbod", () => {
  it("reads secondary schools with their place, and the register's sentinels as blank", async () => {
    const { rows, skipped } = await shapeTable(table, onderwijsaanbod);
    expect(rows).toEqual(ROWS);
    expect(skipped).toEqual({ not_secondary: [5] });
  });

  it("reads the columns in any order", async () => {
    expect((await shapeTable(reordered(table), onderwijsaanbod)).rows).toEqual(ROWS);
  });

  it("offers the stages of the configuration where the file names none", async () => {
    const { rows } = await shapeTable(table, onderwijsaanbod, { options: { stages: "2+3" } });
    expect(rows.map(({ stages }) => stages)).toEqual(["2+3", "1", "2+3", "2+3"]);
  });

  it("drops who runs the school and how to reach them", () => {
    expect(table.header.filter((name) => isPersonal(onderwijsaanbod, name))).toEqual([
      "telefoon",
      "fax",
      "e-mail",
      "beheerder(s)",
    ]);
  });

  it("names a missing column", async () => {
    await expect(shapeTable(without(table, "niscode"), onderwijsaanbod)).rejects.toThrow(/^missing column: niscode /);
  });

  it("names an unknown option", async () => {
    await expect(shapeTable(table, onderwijsaanbod, { options: { stage: "2" } })).rejects.toThrow(
      "unknown option: options.stage; did you mean stages? (format onderwijsaanbod, onderwijsaanbod.csv)",
    );
  });
});

import { expect, it } from "vitest";
import { enrolmentsDataloep } from "../../../../loaders/formats/education/enrolmentsDataloep.ts";
import { readFixture, reordered, shapeTable, unread, without } from "../shapeTable.ts";

const CLASSES = `create schema reference; create table reference.stem_classification as
  select * from (values ('studierichting', 'Lassen', 'light_stem', '2010-2011', '2019-2020')) as class(kind, name, stem_category, valid_from, valid_until)`;
const table = readFixture("dataloep.csv");
const fixed = { definition: "stem_monitor", level: "secondary", school_id: "123" };
const later = { ...fixed, school_year: "2018-2019", sex: "f" };
const ROWS = [
  {
    ...fixed,
    line: 2,
    school_year: "2012-2013",
    stage: "2",
    year_in_stage: "1",
    track: "aso",
    stem_category: "unclassified",
    domain: "ASO",
    sex: "m",
    headcount: "25",
  },
  {
    ...later,
    line: 4,
    stage: "3",
    year_in_stage: "3",
    track: "bso",
    stem_category: "light_stem",
    domain: "Mechanica-elektriciteit",
    headcount: "2",
  },
  { ...later, line: 5, stem_category: "unclassified", headcount: "5" },
  {
    ...later,
    line: 6,
    school_year: "2018-2020",
    stage: "3",
    year_in_stage: "1",
    track: "tso",
    stem_category: "unclassified",
    domain: "Chemie",
    headcount: "2",
  },
  {
    ...later,
    line: 7,
    stage: "2",
    year_in_stage: unread("3de leerjaar"),
    track: "tso",
    stem_category: "unclassified",
    domain: "Chemie",
    headcount: "2",
  },
];

it("reads several school years, and “niet van toepassing” as blank", async () => {
  expect((await shapeTable(table, enrolmentsDataloep, {}, CLASSES)).rows).toEqual(ROWS);
  expect((await shapeTable(reordered(table), enrolmentsDataloep, {}, CLASSES)).rows).toEqual(ROWS);
});

it("takes no row with a blank main structure for ordinary secondary education", async () => {
  const structures = ["311", "", "Gewoon secundair onderwijs", "Buitengewoon secundair onderwijs"];
  const records = structures.map((structure, i) => ({
    line: i + 2,
    cells: [...(table.records[0]?.cells ?? []), structure],
  }));
  const own = { ...table, header: [...table.header, "hoofdstructuur"], records };
  const { rows, skipped } = await shapeTable(own, enrolmentsDataloep, {}, CLASSES);
  expect(skipped).toEqual({ not_ordinary_secondary: [5] });
  expect(rows.map(({ line, level }) => [line, level])).toEqual([
    [2, "secondary"],
    [3, undefined],
  ]);
});

it("names a missing column", async () => {
  await expect(shapeTable(without(table, "aantal inschrijvingen"), enrolmentsDataloep)).rejects.toThrow(
    /^missing column: aantal inschrijvingen \(dataloep\.csv, line 1; found: schooljaar, /,
  );
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { impactWarehouse, replaceRows, type SchoolYears, tablesOf } from "../analyses/impact/impactWarehouse.ts";

const COUNTS = ["2020-2021", "2021-2022", "2022-2023", "2023-2024", "2024-2025", "2025-2026"];

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = (await impactWarehouse({})).warehouse;
});
afterAll(() => warehouse.close());

/** Of one school counted from February 2021 to 2026: its first count treated, and by count the contacts of the cohort. */
async function panelOf(lectures: SchoolYears["lectures"] = []) {
  const girls = Object.fromEntries(COUNTS.map((year) => [year, 20]));
  await replaceRows(warehouse, tablesOf([{ id: "20001", girls, lectures }]));
  const rows = await warehouse.rows(
    "select year, first_treated, student_contacts from marts.school_panel order by year",
  );
  expect(rows.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  return { first: rows[0]?.first_treated, contacts: rows.map(({ student_contacts }) => student_contacts) };
}

describe("the first count that can show a lecture", () => {
  it.each([
    ["is the next for pupils of stage 2, when it was held before that year's count", "2", "2021-10-12", 2023],
    ["is the next for pupils of stage 2, when it was held after that year's count", "2", "2022-05-12", 2023],
    ["is the next where the stage is not known: it can have been the second", null, "2022-05-12", 2023],
    ["is the third after for pupils of stage 1", "1", "2022-05-12", 2025],
    ["does not exist for pupils of stage 3, who had chosen", "3", "2022-05-12", null],
  ] as const)("%s", async (_, stage, held_on, first) => {
    expect((await panelOf([{ held_on, stage }])).first).toBe(first);
  });

  it("is that of the earliest lecture outside stage 3, however early one for stage 3 was", async () => {
    const lectures = [
      { held_on: "2020-10-12", stage: "3" },
      { held_on: "2021-10-12", stage: "1" },
      { held_on: "2023-03-14", stage: "2" },
      { held_on: "2024-03-14", stage: "2" },
    ] as const;
    expect((await panelOf(lectures)).first).toBe(2024);
  });

  it("does not come of a lecture that was not held, nor of a regular one", async () => {
    const lectures = [
      { held_on: "2021-10-12", status: "cancelled" },
      { held_on: "2021-10-12", programme: "ovk" },
    ] as const;
    expect(await panelOf(lectures)).toEqual({ first: null, contacts: [0, 0, 0, 0, 0, 0] });
  });
});

describe("the student contacts of an entry cohort", () => {
  it("are those of both school years that it was in stage 2", async () => {
    const lectures = [
      { held_on: "2021-10-12", students: 20 },
      { held_on: "2023-03-14", stage: null, students: 30 },
    ];
    expect((await panelOf(lectures)).contacts).toEqual([0, 0, 20, 50, 30, 0]);
  });

  it("are those of stage 1 three and four counts later, and none of stage 3", async () => {
    const lectures = [
      { held_on: "2021-10-12", stage: "1", students: 20 },
      { held_on: "2021-10-12", stage: "3", students: 40 },
    ] as const;
    expect((await panelOf(lectures)).contacts).toEqual([0, 0, 0, 0, 20, 20]);
  });
});

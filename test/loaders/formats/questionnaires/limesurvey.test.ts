import { expect, it } from "vitest";
import { isPersonal } from "../../../../loaders/formats/format.ts";
import { limesurvey } from "../../../../loaders/formats/questionnaires/limesurvey.ts";
import { readFixture, reordered, shapeTable, unread, without } from "../shapeTable.ts";

const table = readFixture("limesurvey.csv");
const items = { nps: "Q1", clear: "Q2[SQ001]", useful: "Q2[SQ002]" };
const options = { questionnaire_id: "OVK-T", version: "2", role: "lecturer", items };
const fixed = { questionnaire_id: "OVK-T", version: "2", role: "lecturer" };
const first = { ...fixed, line: 2, response_id: "OVK-T-1", submitted_at: "2021-01-12 10:04:40" };
const third = { ...fixed, line: 4, response_id: "OVK-T-3", submitted_at: "2021-01-14 09:00:00" };
const ROWS = [
  { ...first, item_id: "clear", answer: "4" },
  { ...first, item_id: "nps", answer: "5" },
  { ...first, item_id: "useful", answer: "5" },
  { ...third, item_id: "clear", answer: "1" },
  { ...third, item_id: "nps", answer: "10" },
  { ...third, item_id: "useful", answer: unread("A6") },
];

it("reads codes as numbers and skips a form that was never finished", async () => {
  const { rows, skipped } = await shapeTable(table, limesurvey, { options });
  expect(rows).toEqual(ROWS);
  expect(skipped).toEqual({ unfinished: [3] });
  expect((await shapeTable(reordered(table), limesurvey, { options })).rows).toEqual(ROWS);
});

it("drops where an answer came from", () => {
  expect(table.header.filter((name) => isPersonal(limesurvey, name))).toEqual(["ipaddr", "refurl"]);
});

it("names a missing column", async () => {
  await expect(shapeTable(without(table, "submitdate"), limesurvey, { options })).rejects.toThrow(
    /^missing column: submitdate \(limesurvey\.csv, line 1; found: id, lastpage, /,
  );
});

import { expect, it } from "vitest";
import { googleForms } from "../../../loaders/formats/googleForms.ts";
import { edited, readFixture, renamed, reordered, shapeTable, unread, without } from "./shapeTable.ts";

const table = readFixture("google-nl.csv");
const items = { fun: "De les was boeiend.", remark: "Opmerking" };
const options = { questionnaire_id: "OVK-T", version: 1, role: "teacher", items, text_items: ["remark"] };
const fixed = { questionnaire_id: "OVK-T", version: "1", role: "teacher" };
const first = { ...fixed, line: 2, response_id: "OVK-T-20241231170005-2", submitted_at: "2024-12-31 17:00:05" };
const second = { ...fixed, line: 3, response_id: "OVK-T-20240302211422-3", submitted_at: "2024-03-02 21:14:22" };
const third = { ...fixed, line: 4, response_id: "OVK-T-30022024100000-4", submitted_at: unread("30/02/2024 10:00:00") };
const ROWS = [
  { ...first, item_id: "fun", answer: "5" },
  { ...first, item_id: "remark", answer_text: "Dank je" },
  { ...second, item_id: "fun", answer: "3" },
  { ...second, item_id: "remark" },
  { ...third, item_id: "fun", answer: "4" },
  { ...third, item_id: "remark" },
];

it("numbers a form by its time stamp and line, and reads both ways in which Google writes a moment", async () => {
  expect((await shapeTable(table, googleForms, { options })).rows).toEqual(ROWS);
  expect((await shapeTable(reordered(table), googleForms, { options })).rows).toEqual(ROWS);
});

it("reads an English time stamp as month, day and year", async () => {
  const english = renamed(edited(table, 2, { Tijdstempel: "12/31/2024 17:00:05" }), { Tijdstempel: "Timestamp" });
  const { rows } = await shapeTable(english, googleForms, { options });
  expect(rows[0]).toEqual({ ...first, item_id: "fun", answer: "5" });
  expect(googleForms.recognises(english.header)).toBe(true);
});

it("names a missing column", async () => {
  await expect(shapeTable(without(table, "Tijdstempel"), googleForms, { options })).rejects.toThrow(
    /^missing column: Timestamp \/ Tijdstempel /,
  );
});

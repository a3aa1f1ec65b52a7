import { expect, it } from "vitest";
import { googleForms } from "../../../../loaders/formats/questionnaires/googleForms.ts";
import { edited, readFixture, renamed, reordered, shapeTable, unread, without } from "../shapeTable.ts";

const table = readFixture("google-nl.csv");
const items = { fun: "De les was boeiend.", remark: "Opmerking" };
const options = { questionnaire_id: "OVK-T", version: 1, role: "teacher", items, text_items: ["remark"] };
const fixed = { questionnaire_id: "OVK-T", version: "1", role: "teacher" };
const first = { ...fixed, line: 2, response_id: "OVK-T-20241231170005-1", submitted_at: "2024-12-31 17:00:05" };
const second = { ...fixed, line: 3, response_id: "OVK-T-20240302211422-1", submitted_at: "2024-03-02 21:14:22" };
const third = { ...fixed, line: 4, response_id: "OVK-T-30022024100000-1", submitted_at: unread("30/02/2024 10:00:00") };
const ROWS = [
  { ...first, item_id: "fun", answer: "5" },
  { ...first, item_id: "remark", answer_text: "Dank je" },
  { ...second, item_id: "fun", answer: "3" },
  { ...second, item_id: "remark" },
  { ...third, item_id: "fun", answer: "4" },
  { ...third, item_id: "remark" },
];

it("numbers a form by its time stamp, and reads both ways in which Google writes a moment", async () => {
  expect((await shapeTable(table, googleForms, { options })).rows).toEqual(ROWS);
  expect((await shapeTable(reordered(table), googleForms, { options })).rows).toEqual(ROWS);
});

it("reads an English time stamp as month, day and year", async () => {
  const english = renamed(edited(table, 2, { Tijdstempel: "12/31/2024 17:00:05" }), { Tijdstempel: "Timestamp" });
  const { rows } = await shapeTable(english, googleForms, { options });
  expect(rows[0]).toEqual({ ...first, item_id: "fun", answer: "5" });
  expect(googleForms.recognises(english.header)).toBe(true);
});

const idsOf = async (...cells: string[][]) => {
  const records = cells.map((row, i) => ({ line: i + 2, cells: row }));
  const { rows } = await shapeTable({ ...table, records }, googleForms, { options });
  return rows.filter(({ item_id }) => item_id === "fun").map(({ response_id, answer }) => `${response_id} ${answer}`);
};
const stamped = (stamp: string, fun: string, remark = "") => [`12/03/2026 ${stamp}`, "", fun, remark];

it("keeps the number of a form when another row is deleted or the sheet is sorted", async () => {
  const [a, b, c] = [stamped("09:14:22", "1"), stamped("10:14:22", "4"), stamped("11:14:22", "5")];
  const ids = ["OVK-T-20260312091422-1 1", "OVK-T-20260312101422-1 4", "OVK-T-20260312111422-1 5"];
  expect(await idsOf(a, b, c)).toEqual(ids);
  expect(await idsOf(b, c)).toEqual(ids.slice(1));
  expect((await idsOf(c, a, b)).sort()).toEqual(ids);
});

it("tells forms of the same second apart by their answers, and the same answers by their number", async () => {
  const [low, high] = [stamped("09:14:22", "1"), stamped("09:14:22", "5", "Fijn")];
  const ids = ["OVK-T-20260312091422-1 1", "OVK-T-20260312091422-2 5", "OVK-T-20260312091422-3 5"];
  expect(await idsOf(low, high, high)).toEqual(ids);
  expect((await idsOf(high, low, high)).sort()).toEqual(ids);
});

it("asks for the style of moments that cannot be of the usual one", async () => {
  const english = renamed(edited(table, 2, { Tijdstempel: "31/12/2024 17:00:05" }), { Tijdstempel: "Timestamp" });
  const dayFirst = { ...english, records: english.records.slice(0, 2) };
  await expect(shapeTable(dayFirst, googleForms, { options })).rejects.toThrow(
    "missing option: options.dates, since a moment can be day/month/year alone, where month/day/year is usual: 31/12/2024 17:00:05; give dmy or mdy (google-nl.csv, line 2)",
  );
  const { rows } = await shapeTable(dayFirst, googleForms, { options: { ...options, dates: "dmy" } });
  expect(rows[0]).toMatchObject({ submitted_at: "2024-12-31 17:00:05" });
  await expect(shapeTable({ ...english, delimiter: ";" }, googleForms, { options })).rejects.toThrow(
    "missing option: options.dates, since a file with semicolons was saved by a spreadsheet, in an order of its own; give dmy or mdy (format google-forms, google-nl.csv)",
  );
  expect((await shapeTable({ ...table, delimiter: ";" }, googleForms, { options })).rows).toEqual(ROWS);
});

it("names a missing column", async () => {
  await expect(shapeTable(without(table, "Tijdstempel"), googleForms, { options })).rejects.toThrow(
    /^missing column: Timestamp \/ Tijdstempel /,
  );
});

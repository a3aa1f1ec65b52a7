import { afterAll, beforeAll, expect, it } from "vitest";
import { runModels } from "../../../../loaders/models/models.ts";
import { recordLoad } from "../../../../loaders/report/meta.ts";
import { insertRows, type Warehouse } from "../../../../loaders/warehouse.ts";
import { topTwo } from "../../../../src/data/questionnaires/topTwo.ts";
import { emptyWarehouse } from "../../../loaders/models/fixtureWarehouse.ts";

const TEXT = "VARCHAR";
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
  const item = (item_id: string, version = 1) => ({
    ...{ questionnaire_id: "after", version, item_id, role: "teacher", scale: "likert5" },
    ...{ text_nl: `Vraag ${item_id}.`, is_reversed: false },
  });
  const columns = { questionnaire_id: TEXT, version: "INTEGER", item_id: TEXT, role: TEXT };
  await insertRows(
    warehouse,
    "raw.questionnaire_items",
    { ...columns, scale: TEXT, text_nl: TEXT, is_reversed: "BOOLEAN" },
    [item("yearly"), item("skipped"), item("reworded"), item("reworded", 2)],
  );
  let response = 0;
  const answers = (year: number, item_id: string, version: number, ...scores: number[]) =>
    scores.map((answer) => ({
      ...{ response_id: `R${++response}`, questionnaire_id: "after", version, item_id, role: "teacher" },
      ...{ submitted_at: `${year}-09-02 10:00:00`, answer: String(answer) },
    }));
  await insertRows(
    warehouse,
    "raw.responses",
    { response_id: TEXT, ...columns, submitted_at: "TIMESTAMP", answer: TEXT },
    [
      ...answers(2024, "yearly", 1, 5, 1),
      ...answers(2025, "yearly", 1, 5, 4, 4, 2),
      ...answers(2023, "skipped", 1, 1, 5),
      ...answers(2025, "skipped", 1, 4),
      ...answers(2024, "reworded", 1, 1),
      ...answers(2025, "reworded", 2, 4),
    ],
  );
  await runModels(warehouse);
  await recordLoad(warehouse, []);
});
afterAll(() => warehouse.close());

it("sets an item beside the year before alone: not beside an earlier year, nor beside another wording", async () => {
  const { rows } = await topTwo(warehouse);
  expect(rows.map(({ group, value, last_year }) => [group, value, last_year])).toEqual([
    ["after reworded", 1, null],
    ["after skipped", 1, null],
    ["after yearly", 0.75, 0.5],
  ]);
});

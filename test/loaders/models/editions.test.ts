import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "./fixtureWarehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => warehouse.close());

/** The girls that count, of editions of one school year that each have a boy and their own number of girls; null where the load stops. */
async function girlsOf(editions: Record<string, number>): Promise<number | null> {
  await warehouse.run("delete from raw.enrolments");
  for (const [edition, girls] of Object.entries(editions))
    for (const [sex, headcount] of Object.entries({ f: girls, m: 1 }))
      await warehouse.run(
        `insert into raw.enrolments (school_year, edition, definition, level, stage, year_in_stage, stem_category, sex, province, headcount)
         values ('2024-2025', nullif('${edition}', ''), 'stem_monitor', 'secondary', '3', 1, 'stem', '${sex}', 'Limburg', ${headcount})`,
      );
  const { checks } = await runModels(warehouse);
  const failed = checks.filter(({ result }) => result === "fail").map(({ id, rows }) => [id, rows]);
  if (failed.length > 0) {
    expect(failed).toContainEqual(["check_enrolments_editions", 1]);
    return null;
  }
  const [row] = await warehouse.rows(
    "select numerator::integer as girls from indicators.observations where indicator_id = 'girls_share_in_stem' and coalesce(province, track, domain) is null",
  );
  return (row as { girls: number }).girls;
}

describe("of several editions of the enrolments of a school year", () => {
  it.each([
    ["the only one counts, whatever its name", { herwerkt: 7 }, 7],
    ["no name at all is a name like another", { "": 7 }, 7],
    ["the last year counts", { "2024": 9, "2025": 7 }, 7],
    ["the last month counts", { "2025-10": 7, "2025-9": 9 }, 7],
    ["the last day counts", { "2025-03-02": 9, "2025-03-10": 7 }, 7],
    ["the highest number counts, not the last in the alphabet", { "9": 9, "10": 7 }, 7],
    ["the highest number after the same word counts", { v9: 9, v10: 7 }, 7],
    ["the definitive one counts, in Dutch", { definitief: 7, voorlopig: 9 }, 7],
    ["the definitive one counts, in English", { definitive: 7, Provisional: 9 }, 7],
  ] as const)("%s", async (_, editions, girls) => {
    expect(await girlsOf(editions)).toBe(girls);
  });

  it.each([
    ["two names without a number", { maart: 7, september: 9 }],
    ["a number and a word", { "2025": 7, definitief: 9 }],
    ["a number after two words", { a1: 7, b1: 9 }],
    ["days that begin with the day", { "02-03-2026": 7, "15-01-2026": 9 }],
    ["two ways to write a number", { "1": 7, "01": 9 }],
    ["a name and none", { "": 7, "2025": 9 }],
  ] as const)("the last is not guessed from %s: the load stops", async (_, editions) => {
    expect(await girlsOf(editions)).toBeNull();
  });
});

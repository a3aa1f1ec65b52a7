import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyCheck, runChecks } from "../../../loaders/models/checks.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "./fixtureWarehouse.ts";
import { modelsFolder } from "./folder.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => warehouse.close());

const check = (stage: string, rows: number) => `-- stage: ${stage}
-- nl: {n} rij is fout. | {n} rijen zijn fout.
-- en: {n} row is wrong. | {n} rows are wrong.
select range as number
from range(${rows})
`;
const run = (checks: Record<string, string>) =>
  runChecks(
    warehouse,
    join(
      modelsFolder(Object.fromEntries(Object.entries(checks).map(([name, text]) => [`checks/${name}.sql`, text]))),
      "checks",
    ),
  );

describe("runChecks", () => {
  it("counts the rows, in the numbers and the number of each language", async () => {
    const messages = async (rows: number) => (await run({ warn_rows: check("marts", rows) }))[0]?.message;
    expect(await messages(0)).toEqual({ nl: "0 rijen zijn fout.", en: "0 rows are wrong." });
    expect(await messages(1)).toEqual({ nl: "1 rij is fout.", en: "1 row is wrong." });
    expect(await messages(1234)).toEqual({ nl: "1.234 rijen zijn fout.", en: "1,234 rows are wrong." });
  });

  it("goes on after a warning and stops after the stage of a failure", async () => {
    const results = await run({
      check_late: check("indicators", 0),
      check_marts: check("marts", 2),
      check_other: check("marts", 0),
      warn_early: check("staging", 3),
    });
    expect(results.map(({ id, severity, result, rows }) => [id, severity, result, rows])).toEqual([
      ["warn_early", "warning", "warning", 3],
      ["check_marts", "blocking", "fail", 2],
      ["check_other", "blocking", "pass", 0],
    ]);
    expect(await warehouse.rows("select id, result from meta.checks")).toEqual([
      { id: "warn_early", result: "warning" },
      { id: "check_marts", result: "fail" },
      { id: "check_other", result: "pass" },
    ]);
  });

  it("takes the key of a mart from its grain line, and counts the keys that occur twice", async () => {
    const head =
      "-- nl: {n} les is er twee keer. | {n} lessen zijn er twee keer.\n-- en: {n} lecture is there twice. | {n} lectures are there twice.\n";
    await warehouse.run(
      "create or replace table marts.visits as select * from (values (1, 'a'), (1, 'a'), (1, 'b'), (2, null), (2, null)) as visits (year, school)",
    );
    const model = {
      name: "marts.visits",
      query: `-- grain: one row a year and school; key: year, school\n${head}from raw.visits`,
    };
    const [result] = await runChecks(warehouse, join(modelsFolder({}), "checks"), [model]);
    expect(result).toMatchObject({
      id: "check_visits_unique",
      stage: "marts",
      severity: "blocking",
      result: "fail",
      rows: 2,
    });
    expect(result?.message).toEqual({ nl: "2 lessen zijn er twee keer.", en: "2 lectures are there twice." });
    await warehouse.run("drop table marts.visits");
  });

  it("refuses a mart without a key", () => {
    expect(() => keyCheck({ name: "marts.visits", query: "-- grain: one row a visit\nfrom raw.visits" })).toThrow(
      "no key in the grain line (marts.visits)",
    );
  });

  it("says in one line which check cannot be run", async () => {
    const broken = check("marts", 0).replace("range as", "rang as");
    const failure = await run({ warn_rows: broken }).catch((error: Error) => error.message);
    expect(failure).toMatch(/^check warn_rows cannot be run: .*"rang" not found in FROM clause!$/);
  });

  it.each([
    [
      "a missing message",
      "warn_rows",
      "-- stage: marts\n-- nl: {n} rij\nselect 1",
      'check without a line "-- en:": warn_rows.sql',
    ],
    ["an unknown stage", "warn_rows", check("mart", 0), "unknown stage of a check: mart (warn_rows.sql)"],
    ["another name", "rows", check("marts", 0), "a check is named check_… or warn_…: rows.sql"],
  ])("refuses %s", async (_, name, text, message) => {
    await expect(run({ [name]: text })).rejects.toThrow(message);
  });
});

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declaredColumns, keyOf } from "../../../loaders/models/columns.ts";
import { readModels, runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { fixtureWarehouse } from "./fixtureWarehouse.ts";

const marts = readModels(join(import.meta.dirname, "../../../loaders/models"), "marts");
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await fixtureWarehouse();
  await runModels(warehouse);
});
afterAll(() => warehouse.close());

describe("declaredColumns(mart)", () => {
  const head = "-- grain: one row a town; key: town\n";
  it("reads a line for each kind", () => {
    const query = `${head}-- open: town\n-- count: visits, visitors\n-- magnitude: amount_eur\n-- personal: visitor\nselect 1`;
    expect([...declaredColumns({ name: "marts.visits", query })]).toEqual([
      ...[
        ["town", "open"],
        ["visits", "count"],
        ["visitors", "count"],
        ["amount_eur", "magnitude"],
        ["visitor", "personal"],
      ],
    ]);
  });
  it("refuses a column that is declared twice", () =>
    expect(() => declaredColumns({ name: "marts.visits", query: `${head}-- open: town\n-- count: town\n` })).toThrow(
      "column declared twice: town (marts.visits)",
    ));
});

describe("the marts", () => {
  it("declare each of their columns as open, count, magnitude or personal, and no other", async () => {
    const faults = [];
    for (const mart of marts) {
      const declared = declaredColumns(mart);
      const columns = await warehouse.rows<{ column_name: string }>(`describe ${mart.name}`);
      const names = columns.map(({ column_name }) => column_name);
      const file = `loaders/models/${mart.name.replace(".", "/")}.sql`;
      for (const name of names.filter((name) => !declared.has(name)))
        faults.push(
          `${file}: column ${name} is not declared; under the grain line, name it in "-- open: …" (what a row is about), "-- count: …" (a number of persons, lectures, answers, schools), "-- magnitude: …" (a sum of money, hours, views) or "-- personal: …" (of one person; never leaves the warehouse)`,
        );
      for (const name of [...declared.keys()].filter((name) => !names.includes(name)))
        faults.push(`${file}: there is no column ${name}, which its head declares`);
    }
    expect(faults).toEqual([]);
  });

  it("call whatever leads to one person personal", () => {
    const leading =
      /^(lecture|lecturer|teacher|request|response|respondent|funder|entry)_id$|full_name|e_?mail|answer_text|company/;
    const faults = marts.flatMap((mart) =>
      [...declaredColumns(mart)]
        .filter(([name, kind]) => leading.test(name) && kind !== "personal")
        .map(([name]) => `${mart.name}.${name}`),
    );
    expect(faults).toEqual([]);
  });

  it("are noted in the warehouse with the kinds and keys that their heads give", async () => {
    const noted = await warehouse.rows(
      "select column_name, kind, is_key from meta.columns where mart = 'marts.lecture_groups'",
    );
    expect(noted).toEqual([
      { column_name: "breakdown", kind: "open", is_key: true },
      { column_name: "group_id", kind: "open", is_key: true },
      { column_name: "lectures_count", kind: "count", is_key: false },
      { column_name: "last_year_count", kind: "count", is_key: false },
    ]);
    for (const mart of marts) expect([...declaredColumns(mart).keys()]).toEqual(expect.arrayContaining(keyOf(mart)));
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orderModels, runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "./fixtureWarehouse.ts";
import { modelsFolder } from "./folder.ts";

const MODELS = join(import.meta.dirname, "../../../loaders/models");
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => warehouse.close());

describe("orderModels", () => {
  const ordered = (models: Record<string, string>) =>
    orderModels(Object.entries(models).map(([name, query]) => ({ name, query }))).map(({ name }) => name);

  it("puts a model after those that its SQL names", () => {
    const models = { "marts.a": "from marts.b join staging.c", "marts.b": "from staging.c", "staging.c": "from raw.c" };
    expect(ordered(models)).toEqual(["staging.c", "marts.b", "marts.a"]);
  });

  it("takes no notice of comments and texts", () => {
    expect(
      ordered({ "marts.a": "-- like marts.b\nselect 'it''s marts.c' as name", "marts.b": "from marts.a" }),
    ).toEqual(["marts.a", "marts.b"]);
  });

  it("names the models of a circle", () => {
    const models = { "marts.a": "from marts.b", "marts.b": "from marts.c", "marts.c": "from marts.b" };
    expect(() => ordered(models)).toThrow("models refer to each other in a circle: marts.b → marts.c → marts.b");
  });

  it("names a model that is not there, and where it is asked for", () => {
    expect(() => ordered({ "marts.a": "from staging.stg_lecture" })).toThrow(
      "unknown model: staging.stg_lecture (in marts.a)",
    );
  });
});

describe("runModels", () => {
  it("makes every model of an empty warehouse, and every check passes", async () => {
    const { models, checks } = await runModels(warehouse);
    expect(models.find(({ name }) => name === "marts.lectures")).toEqual({ name: "marts.lectures", rows: 0 });
    expect(models.find(({ name }) => name === "marts.school_days")).toEqual({ name: "marts.school_days", rows: 22 });
    expect(checks.filter(({ result }) => result !== "pass")).toEqual([]);
    expect(await warehouse.rows("from indicators.observations")).toEqual([]);
  });

  it("makes no column wider than a whole number that every format holds", async () => {
    const wide = "select table_name, column_name from duckdb_columns() where data_type like '%HUGEINT%' order by all";
    expect(await warehouse.rows(wide)).toEqual([]);
  });

  it("says in one line which model cannot be made", async () => {
    const folder = modelsFolder({ "marts/lectures.sql": "select held_one\nfrom raw.lectures" });
    const failure = await runModels(warehouse, folder).catch((error: Error) => error.message);
    expect(failure).toMatch(/^marts\.lectures cannot be made: .*"held_one" not found in FROM clause!$/);
  });
});

describe("the SQL of the models", () => {
  const files = ["staging", "marts", "indicators", "checks"].flatMap((folder) =>
    readdirSync(join(MODELS, folder))
      .filter((file) => file.endsWith(".sql"))
      .map((file) => `${folder}/${file}`),
  );
  const linesOf = (file: string) => readFileSync(join(MODELS, file), "utf8").trimEnd().split("\n");
  const codeOf = (file: string) => linesOf(file).filter((line) => !line.startsWith("-- "));

  const offending = (isFaulty: (file: string) => boolean) => files.filter(isFaulty);

  it("adds up fractions in an order of their own, so that the same exports give the same last digit", () => {
    // The sum of whole numbers and of amounts is exact; one of fractions differs with the order in which two cores reach it.
    const fractions = /\b(?:avg|sum)\((?![^()]*\border by\b)[^()]*(?:_share|overlap|\blat\b|\blon\b|\/)[^()]*\)/g;
    expect(files.flatMap((file) => codeOf(file).join("\n").match(fractions) ?? [])).toEqual([]);
    expect(
      files.flatMap(
        (file) =>
          codeOf(file)
            .join("\n")
            .match(/\bavg\((?![^()]*\border by\b)/g) ?? [],
      ),
    ).toEqual([]);
  });

  it("opens with its grain, or with the stage of a check", () => {
    const opening = (file: string) => (file.startsWith("checks/") ? /^-- stage: \w+$/ : /^-- grain: one row /);
    expect(offending((file) => !opening(file).test(linesOf(file)[0] ?? ""))).toEqual([]);
  });

  it("stays within 70 lines of 80 columns, indented by fours", () => {
    const isDeclaration = (line: string) => /^-- (open|count|magnitude|personal): /.test(line);
    expect(offending((file) => linesOf(file).filter((line) => !isDeclaration(line)).length > 70)).toEqual([]);
    expect(offending((file) => codeOf(file).some((line) => line.length > 80))).toEqual([]);
    expect(offending((file) => codeOf(file).some((line) => line.search(/\S|$/) % 4 !== 0))).toEqual([]);
  });

  it("is in lower case, groups and orders by name and has no alias of one letter", () => {
    const code = (file: string) =>
      codeOf(file)
        .join("\n")
        .replaceAll(/'[^']*'/g, "");
    expect(offending((file) => /[A-Z]/.test(code(file)))).toEqual([]);
    expect(offending((file) => /(group|order) by [0-9]|\bas [a-z]\b/.test(code(file)))).toEqual([]);
  });
});

import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanSql, quoted } from "../../loaders/contracts/cells.ts";
import type { Contract } from "../../loaders/contracts/contract.ts";
import { contracts } from "../../loaders/contracts/index.ts";
import { cellOf } from "../../loaders/formats/format.ts";
import { storeTexts } from "../../loaders/judge/storeTexts.ts";
import { openWarehouse, type Warehouse } from "../../loaders/warehouse.ts";
import { AS_OF } from "../../sample/generate/calendar.ts";
import { generateSample, plantedMistakes } from "../../sample/generate.ts";

const files = generateSample();
const bad = plantedMistakes();
const isBad = (table: string, line: number) => bad.some((one) => one.file === `${table}.csv` && one.line === line);
const rowsOf = (table: string): Record<string, string>[] => parse(files[`${table}.csv`] ?? "", { columns: true });
const good = new Map(contracts.map(({ table }) => [table, rowsOf(table).filter((_, i) => !isBad(table, i + 2))]));
const byTable = contracts
  .filter(({ table }) => Object.hasOwn(files, `${table}.csv`))
  .map((contract) => [contract.table, contract] as const);

/** The rows of a table that break one of its rules, judged in SQL as the load does. */
async function breaches(warehouse: Warehouse, { table, columns, rules }: Contract, rows: Record<string, string>[]) {
  if (rules.length === 0) return 0;
  const names = Object.keys(columns);
  const texts = rows.map((row, i) => [i, ...names.map((name) => row[name] ?? "")] as const);
  await storeTexts(warehouse, `texts_${table}`, names, [texts]);
  const values = Object.entries(columns).map(
    ([name, { cell }]) => `${cell.sqlValue(cleanSql(cellOf(name)))} as "${name}"`,
  );
  const [found] = await warehouse.rows<{ n: number }>(
    `select cast(count(*) as integer) as n from (select ${values.join(", ")} from texts_${table})
     where not coalesce(${rules.map(({ sql }) => `coalesce((${sql}), true)`).join(" and ")}, true)`,
  );
  return found?.n;
}

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
  await warehouse.run("create schema meta");
  await warehouse.run(`create table meta.parameters as select date ${quoted(AS_OF)} as as_of`);
  await warehouse.run(
    "create schema raw; create table raw.questionnaire_items (questionnaire_id VARCHAR, version INTEGER, item_id VARCHAR, scale VARCHAR)",
  );
  for (const { questionnaire_id = "", version = "", item_id = "", scale = "" } of good.get("questionnaire_items") ?? [])
    await warehouse.run("insert into raw.questionnaire_items values ($1, $2::integer, $3, $4)", [
      ...[questionnaire_id, version, item_id, scale],
    ]);
});
afterAll(() => warehouse.close());

describe.each(byTable)("sample %s", (table, contract) => {
  const rows = good.get(table) ?? [];

  it("has rows, each of which its contract accepts", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !contract.record.safeParse(row).success)).toEqual([]);
  });

  it("has every key once", () => {
    const keys = rows.map((row) => contract.key.map((name) => row[name]).join("|"));
    expect(new Set(keys).size).toBe(rows.length);
  });

  it("breaks no rule", async () => {
    expect(await breaches(warehouse, contract, rows)).toBe(0);
  });

  it("refers to rows that are there", () => {
    for (const { columns, table: other, to } of contract.references) {
      const known = new Set((good.get(other) ?? []).map((row) => to.map((name) => row[name]).join("|")));
      const lost = rows.filter(
        (row) => columns.every((c) => row[c]) && !known.has(columns.map((c) => row[c]).join("|")),
      );
      expect(lost, other).toEqual([]);
    }
  });
});

describe("plantedMistakes()", () => {
  it("lists thirteen rows over six files, each with its own fault", () => {
    expect(new Set(bad.map(({ file, line }) => `${file} ${line}`)).size).toBe(13);
    expect(new Set(bad.map(({ file }) => file)).size).toBe(6);
    expect(new Set(bad.map(({ why }) => why)).size).toBe(13);
  });

  it("says which cell the contract refuses", () => {
    const cellFaults = bad.filter(({ rule }) => ["missing", "unreadable", "not_allowed"].includes(rule));
    for (const { file, line, column, rule } of cellFaults) {
      const table = file.replace(".csv", "");
      const contract = contracts.find((one) => one.table === table);
      const { error } = contract?.record.safeParse(rowsOf(table)[line - 2]) ?? {};
      expect(
        error?.issues.map(({ path, message }) => [path[0], message]),
        `${file} ${line}`,
      ).toEqual([[column, rule]]);
    }
    expect(cellFaults).toHaveLength(8);
  });
});

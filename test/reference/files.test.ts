import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROVINCES } from "../../loaders/contracts/terms.ts";
import { openWarehouse, type Warehouse } from "../../loaders/warehouse.ts";
import { readReference } from "../../sample/generate/reference.ts";

const folder = new URL("../../reference/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterAll(() => warehouse.close());

describe("reference files", () => {
  it.each(files)("%s is read strictly by DuckDB, row for row as written", async (file) => {
    const [{ rows } = { rows: -1 }] = await warehouse.rows<{ rows: number }>(
      `select cast(count(*) as integer) as rows from read_csv($1, delim = ',', quote = '"', escape = '"', header = true,
       all_varchar = true, strict_mode = true)`,
      [new URL(file, folder).pathname],
    );
    expect(rows).toBe(readReference(file).length);
  });

  it.each(files)("%s has LF line ends and its source in SOURCES.md", (file) => {
    expect(readFileSync(new URL(file, folder), "utf8")).not.toContain("\r");
    expect(readFileSync(new URL("SOURCES.md", folder), "utf8")).toContain(`\`${file}\``);
  });

  it("every postcode lies in a municipality of 2025, and every municipality has one", () => {
    const municipalities = readReference("municipalities.csv").map(({ nis }) => nis);
    const placed = new Set(readReference("postcodes.csv").map(({ nis }) => nis));
    expect([...placed].filter((nis) => !municipalities.includes(nis))).toEqual([]);
    expect(municipalities.filter((nis) => !placed.has(nis))).toEqual([]);
  });

  it("every municipality lies in a province that the contracts know", () => {
    const provinces = new Set(readReference("municipalities.csv").map(({ province }) => province));
    expect([...provinces].sort()).toEqual([...PROVINCES].sort());
  });
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { ingest } from "../../../loaders/ingest.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";
import { type Gate, openGate, tablesIn } from "../../../src/data/gate.ts";
import { pages } from "../../../src/data/index.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-gate-"));
let warehouse: Warehouse;
let gate: Awaited<ReturnType<typeof openGate>>;

beforeAll(async () => {
  writeFileSync(
    join(folder, "schools.csv"),
    "school_id,site_id,name,postcode,nis,network,stages\n900001,1,Voorbeeldschool Lier,2500,12021,vgo,2+3\n",
  );
  writeFileSync(
    join(folder, "config.yaml"),
    "as_of: 2026-03-02\nsources:\n  schools:\n    table: schools\n    file: schools.csv\n",
  );
  const places = {
    reference: "reference",
    warehouse: join(folder, "w.duckdb"),
    quarantine: join(folder, "quarantine"),
  };
  await ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), places);
  warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  gate = await openGate(warehouse);
});
afterAll(async () => {
  await gate.close();
  warehouse.close();
});

describe("tablesIn(gate, sql)", () => {
  it("finds tables in joins, subqueries and definitions, with their database, and takes no definition for a table", async () => {
    const sql = `with days as (select * from marts.lecture_days)
      select (select max(value) from other.raw.targets) from days join "meta"."files" on true
      where 1 in (select 1 from staging.stg_lectures) union all from analyses.coverage`;
    expect(await tablesIn(gate, sql)).toEqual([
      ...["analyses.coverage", "marts.lecture_days", "meta.files", "other.raw.targets", "staging.stg_lectures"],
    ]);
  });
});

describe("openGate(warehouse)", () => {
  it("hands on what every page asks for: marts and results, nothing of raw or staging", async () => {
    const read = new Set<string>();
    const recording: Gate = {
      async rows(sql, values) {
        for (const table of await tablesIn(gate, sql)) read.add(table);
        return gate.rows(sql, values);
      },
    };
    for (const { schema, load } of pages) schema.parse(await load(recording));
    expect(read.size).toBeGreaterThan(15);
    expect([...read].filter((table) => !/^(marts|indicators|analyses|meta|reference)\.\w+$/.test(table))).toEqual([]);
  });

  it.each([
    ["raw.lectures", "only marts and results leave the warehouse: make or use a mart"],
    ["staging.stg_lectures", "only marts and results leave the warehouse: make or use a mart"],
    ["w.raw.lectures", "there are: marts, indicators, analyses, meta, reference"],
    ["w.marts.lecture_days", "there are: marts, indicators, analyses, meta, reference"],
    ["duckdb_tables", "there are: marts, indicators, analyses, meta, reference"],
    ["marts.lectures", "its rows are about one person each"],
    ["marts.lecturers", "its rows are about one person each"],
    ["marts.responses", "its rows are about one person each"],
    ["marts.private_funders", "its rows are about one person each"],
  ])("does not hand on %s", async (table, reason) => {
    await expect(gate.rows(`select count(*) as n from ${table}`)).rejects.toThrow(
      `not handed on to pages: ${table} (${reason})`,
    );
    await expect(gate.rows(`select * from (select 1) where exists (from ${table})`)).rejects.toThrow(table);
  });

  it("hands on no table to the public edition that has no rule of publication, and all that may leave to the internal one", async () => {
    await expect(gate.rows("from analyses.impact_effects")).rejects.toThrow(
      "not handed on to pages: analyses.impact_effects (no rule says how it may be published: add one to src/data/publication/rules.ts)",
    );
    const internal = await openGate(warehouse, "internal");
    expect(await internal.rows("from analyses.coverage limit 0")).toEqual([]);
    await expect(internal.rows("from marts.lectures")).rejects.toThrow("its rows are about one person each");
    await internal.close();
  });

  it("reads no file and runs no statement", async () => {
    const path = join(folder, "schools.csv");
    await expect(gate.rows(`from read_csv('${path}')`)).rejects.toThrow(
      "not handed on to pages: what read_csv() reads",
    );
    await expect(gate.rows(`from '${path}'`)).rejects.toThrow("not handed on to pages");
    await expect(gate.rows("use w")).rejects.toThrow("not a query");
    await expect(gate.rows("select 1; use w")).rejects.toThrow();
  });

  it("has no personal column and none that its mart does not declare", async () => {
    const own = await openWarehouse(":memory:");
    for (const schema of ["marts", "indicators", "analyses", "meta", "reference"])
      await own.run(`create schema ${schema}`);
    await own.run("create table meta.columns (mart VARCHAR, column_name VARCHAR, kind VARCHAR, is_key BOOLEAN)");
    await own.run(
      "create table marts.visits as select 'Lier' as town, 7 as visits, 'Ada' as visitor, 'x' as undeclared",
    );
    await own.run(
      `insert into meta.columns values ('marts.visits', 'town', 'open', true), ('marts.visits', 'visits', 'count', false),
       ('marts.visits', 'visitor', 'personal', false)`,
    );
    const [first, second] = [await openGate(own, "internal"), await openGate(own, "internal")];
    expect(await first.rows("from marts.visits")).toEqual([{ town: "Lier", visits: 7 }]);
    for (const column of ["visitor", "undeclared"])
      await expect(second.rows(`select ${column} from marts.visits`)).rejects.toThrow(column);
    await first.close();
    expect(await second.rows("select count(*)::integer as n from marts.visits")).toEqual([{ n: 1 }]);
    await second.close();
    expect(await own.rows("select visitor from marts.visits")).toEqual([{ visitor: "Ada" }]);
    own.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code, integer } from "../../../loaders/contracts/cells.ts";
import { contract, optional, required } from "../../../loaders/contracts/contract.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { templateOf } from "../../../loaders/contracts/template.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "../models/fixtureWarehouse.ts";
import { brokenRules } from "./brokenRules.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => warehouse.close());

describe.each(contracts.map((one) => [one.table, one] as const))("template of %s", (_, contract) => {
  const { header, example, columns } = templateOf(contract);
  const row = Object.fromEntries(header.map((name, i) => [name, example[i] ?? ""]));

  it("has an example row without blanks that the contract accepts", async () => {
    expect(example).not.toContain("");
    expect(contract.record.safeParse(row).error?.issues ?? []).toEqual([]);
    expect(await brokenRules(warehouse, contract, row)).toEqual([]);
  });

  it("explains every column in both languages", () => {
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(contract.columns));
    for (const { name, meaning, expects } of columns)
      expect([meaning.nl, meaning.en, expects.nl, expects.en].map(Boolean), name).toEqual([true, true, true, true]);
  });
});

describe("templateOf(contract)", () => {
  const rooms = contract({
    ...{ table: "rooms", nl: "Lokalen", en: "Rooms" },
    key: ["room_id"],
    columns: {
      room_id: required(code(), { nl: "nummer", en: "number" }),
      owner: optional(code(), { nl: "eigenaar", en: "owner", personal: true, example: "E-7" }),
      seats: optional(integer({ min: 30, max: 40 }), { nl: "plaatsen", en: "seats" }),
    },
    references: [{ columns: ["owner"], table: "owners", to: ["owner_id"] }],
    rules: [{ id: "owned", columns: ["owner"], sql: "owner is not null", nl: "geen eigenaar", en: "no owner" }],
  });

  it("takes the example of the column before that of the kind of cell", () =>
    expect(templateOf(rooms).example).toEqual(["VOORBEELD-1", "E-7", "35"]));

  it("says what is required, part of the key, personal, and where a value must stand", () =>
    expect(
      templateOf(rooms).columns.map((note) => [note.isRequired, note.isKey, note.isPersonal, note.refersTo]),
    ).toEqual([
      [true, true, false, null],
      [false, false, true, "owners"],
      [false, false, false, null],
    ]));

  it("lists the rules with their columns", () =>
    expect(templateOf(rooms).rules).toEqual([
      { id: "owned", columns: ["owner"], meaning: { nl: "geen eigenaar", en: "no owner" } },
    ]));
});

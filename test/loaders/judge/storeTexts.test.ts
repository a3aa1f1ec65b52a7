import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeTexts, type TextRow } from "../../../loaders/judge/storeTexts.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

describe("texts in the warehouse", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openWarehouse(":memory:");
    await warehouse.run("create schema raw");
  });
  afterAll(() => warehouse.close());
  const stored = async (...portions: TextRow[][]) => {
    await storeTexts(warehouse, "raw.texts", ["a", 'b "quoted"'], portions);
    return warehouse.rows(`select _line, "in:a" as a, "in:b ""quoted""" as b from raw.texts order by _line`);
  };

  it("are what they were in the file, whatever stands in them", async () => {
    const odd = fc.constantFrom(
      '"',
      ",",
      "\n",
      "\r",
      "\r\n",
      "'",
      "\\",
      "\t",
      ";",
      "é",
      "😀",
      "\u2060",
      " ",
      "#",
      "NULL",
    );
    const cell = fc.option(
      fc.array(fc.oneof(odd, fc.string({ maxLength: 4, unit: "grapheme-ascii" })), { maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (cells) => {
        const texts = cells.map((row) => row.map((parts) => parts?.join("") ?? null));
        const rows = texts.map(([a = null, b = null], i): TextRow => [i + 2, a, b]);
        expect(await stored(rows.slice(0, 3), rows.slice(3))).toEqual(rows.map(([_line, a, b]) => ({ _line, a, b })));
      }),
      { numRuns: 200 },
    );
  });

  it("may be longer than a usual line", async () => {
    const long = "é".repeat(3_000_000);
    expect(
      await stored([
        [2, long, null],
        [3, "x", "y"],
      ]),
    ).toEqual([
      { _line: 2, a: long, b: null },
      { _line: 3, a: "x", b: "y" },
    ]);
  });
});

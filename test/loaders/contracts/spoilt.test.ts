import { describe, expect, it } from "vitest";
import { type Cell, code, quoted, text } from "../../../loaders/contracts/cells.ts";
import { openWarehouse } from "../../../loaders/warehouse.ts";

/** What a cell makes of texts, by Zod and by DuckDB. */
async function both(cell: Cell<string>, texts: string[]) {
  const warehouse = await openWarehouse(":memory:");
  const given = texts.map((one, line) => `(${line}, ${quoted(one)})`).join(", ");
  const rows = await warehouse.rows<{ value: string | null }>(
    `select ${cell.sqlValue("given")} as value from (values ${given}) as cells(line, given) order by line`,
  );
  warehouse.close();
  const byZod = texts.map((one) => cell.zod.safeParse(one)).map((read) => (read.success ? read.data : null));
  expect(rows.map(({ value }) => value)).toEqual(byZod);
  return byZod;
}

describe("cells that a spreadsheet or another system spoilt", () => {
  it("are no code where they were made a day, or a number without its last digits", async () =>
    expect(await both(code(), ["2025-03-01", "1,22E+17", "1.22E+17", "E-2025", "2025-03", "12E7"])).toEqual([
      ...[null, null, null],
      ...["E-2025", "2025-03", "12E7"],
    ]));

  it("are the same text with its accents apart and together", async () =>
    expect(await both(text(), ["Re\u0301seau", "R\u00e9seau", "Zoe\u0308 & Co"])).toEqual([
      "R\u00e9seau",
      "R\u00e9seau",
      "Zo\u00eb & Co",
    ]));
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Cell,
  choice,
  cleanSql,
  code,
  date,
  decimal,
  integer,
  moment,
  schoolNumber,
  schoolYear,
  text,
  yesNo,
} from "../../../loaders/contracts/cells.ts";
import { cellOf } from "../../../loaders/formats/format.ts";
import { storeTexts } from "../../../loaders/judge/storeTexts.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

const kinds: Record<string, Cell<unknown>> = {
  text: text({ longest: 12 }),
  code: code(),
  postcode: code({ pattern: "[1-9][0-9]{3}" }),
  schoolNumber: schoolNumber(),
  integer: integer({ min: -5, max: 40_000 }),
  decimal: decimal({ min: -1000, max: 1_000_000, places: 2 }),
  coordinate: decimal({ min: 49, max: 52, places: 6 }),
  date: date(),
  moment: moment(),
  yesNo: yesNo(),
  choice: choice("stem_ovk", "ovk", "Oost-Vlaanderen"),
  schoolYear: schoolYear(),
};

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterAll(() => warehouse.close());

interface Verdict {
  value: unknown;
  rule: string | null;
}

const byZod = ({ zod }: Cell<unknown>, cell: string): Verdict => {
  const parsed = zod.safeParse(cell);
  return parsed.success
    ? { value: parsed.data, rule: null }
    : { value: null, rule: parsed.error.issues[0]?.message ?? "" };
};

async function bySql({ sqlValue, sqlAllowed }: Cell<unknown>, cells: string[]): Promise<Verdict[]> {
  await storeTexts(warehouse, "cells", ["cell"], [cells.map((cell, line) => [line, cell] as const)]);
  const rows = await warehouse.rows<Verdict>(`
    with valued as (select _line as line, ${cleanSql(cellOf("cell"))} as text, ${sqlValue(cellOf("cell"))} as value from cells),
    judged as (
      select line, value, case when text is null then null when value is null then 'unreadable'
        when not (${sqlAllowed("value")}) then 'not_allowed' end as rule from valued
    )
    select case when rule is null then value end as value, rule from judged order by line`);
  return rows;
}

const written = fc.oneof(
  fc.string({ unit: "binary", maxLength: 16 }),
  fc.string({ unit: "grapheme", maxLength: 14 }),
  fc.integer({ min: -50_000, max: 50_000 }).map(String),
  fc.stringMatching(/^0{0,3}[0-9]{1,12}([.]0{1,2})?$/),
  fc.stringMatching(/^-?[0-9]{1,13}([.,][0-9]{1,7})?$/),
  fc.stringMatching(/^(18|19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]$/),
  fc.stringMatching(/^20[0-9]{2}-(02-(28|29|30)|04-3[01]|12-31)([ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?Z?)?$/),
  fc.stringMatching(/^20[0-9]{2}-20[0-9]{2}$/),
  fc.integer({ min: 1900, max: 2098 }).map((year) => `${year}-${year + 1}`),
  fc.constantFrom(
    "ja",
    "JA",
    "Nee",
    "yes",
    "No",
    "TRUE",
    "0",
    "1",
    "01",
    "+1",
    "1e3",
    "1.234",
    "1,5",
    " 12 ",
    "½",
    "Infinity",
  ),
  fc.constantFrom(
    "STEM_OVK",
    "stem_ovk",
    "ovk ",
    "oost-vlaanderen",
    "OVK",
    "ovK",
    "ſtem_ovk",
    "#STEMhelden",
    "#N/A",
    "#N/B",
    "#NAAM?",
    "#1",
    "L-1",
    "L 1",
  ),
  fc.constantFrom(
    "",
    "-",
    "n.v.t.",
    "undefined",
    "NaN",
    "nan",
    "N.v.t.",
    " ",
    "\u00a0",
    "\ufeff12",
    "\u202f-\u00a0",
    "null",
    "NULL",
  ),
);
const padded = fc
  .tuple(
    fc.constantFrom("", "", "", " ", "\u00a0", "\t", "\ufeff", "\u2003"),
    written,
    fc.constantFrom("", "", " ", "\r\n", "\u202f"),
  )
  .map((parts) => parts.join(""));

describe("every kind of cell", () => {
  for (const [name, cell] of Object.entries(kinds))
    it(`${name}: Zod and SQL give the same verdict and the same value`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(padded, { minLength: 250, maxLength: 250, size: "max" }), async (cells) => {
          const sql = await bySql(cell, cells);
          expect(sql).toEqual(cells.map((text) => byZod(cell, text)));
        }),
        { numRuns: 10, endOnFailure: true },
      );
    });
});

describe("cell values", () => {
  const cases: [string, Cell<unknown>, string, unknown][] = [
    ["a blank integer is null, never zero", integer(), "", null],
    ["a dash is null", integer(), " - ", null],
    ["n.v.t. is null", date(), "n.v.t.", null],
    ["an integer loses its padding", integer(), "\u00a00042 ", 42],
    ["a decimal keeps its cents", decimal(), "1234.50", 1234.5],
    ["a school number loses what a spreadsheet adds", schoolNumber(), "0123.0", "123"],
    ["school number zero stays", schoolNumber(), "00", "0"],
    ["a leap day exists", date(), "2024-02-29", "2024-02-29"],
    ["a moment gets its seconds", moment(), "2026-01-05T09:30Z", "2026-01-05 09:30:00"],
    ["a choice is written as in the list", choice("Oost-Vlaanderen"), "OOST-VLAANDEREN", "Oost-Vlaanderen"],
    ["neen is no", yesNo(), "Neen", false],
    ["a code may begin as a hashtag does", code(), "#STEMhelden", "#STEMhelden"],
    ["a text may be a hashtag, and may name an error", text(), "#STEM! of #N/A", "#STEM! of #N/A"],
  ];
  for (const [title, cell, cellText, value] of cases)
    it(title, () => expect(byZod(cell, cellText)).toEqual({ value, rule: null }));

  const refused: [string, Cell<unknown>, string, string][] = [
    ["a Dutch thousand is no integer", integer(), "1.234", "unreadable"],
    ["a power of ten is no integer", integer(), "1e3", "unreadable"],
    ["an integer of ten digits", integer(), "1234567890", "unreadable"],
    ["a number outside its range", integer({ max: 70 }), "71", "not_allowed"],
    ["30 February is refused, not rolled over", date(), "2025-02-30", "unreadable"],
    ["a decimal comma", decimal(), "1,5", "unreadable"],
    ["a school year of two years", schoolYear(), "2024-2026", "unreadable"],
    ["a school number with a thousands point, never cut to its first digits", schoolNumber(), "123.000", "unreadable"],
    ["a code with a space", code(), "L 12", "unreadable"],
    ["the error of a lookup as a code, which would count as one person", code(), "#N/A", "unreadable"],
    ["the same of a Dutch Excel", code(), " #N/B", "unreadable"],
    ["the error of a lookup as a text", text(), "#N/A", "unreadable"],
    ["the error of a formula of a Dutch Excel as a text", text(), "#VERW!", "unreadable"],
    ["a text that is too long", text({ longest: 3 }), "vier", "not_allowed"],
    ["a NUL byte in a text", text(), "a\u0000b", "unreadable"],
  ];
  for (const [title, cell, cellText, rule] of refused)
    it(`refuses ${title}`, () => expect(byZod(cell, cellText)).toEqual({ value: null, rule }));
});

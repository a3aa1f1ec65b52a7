import { expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { resultRow } from "../../../src/data/rows.ts";

const columns = {
  school_year: "VARCHAR NOT NULL",
  pupils: "INTEGER",
  is_used: "BOOLEAN",
  verdict: { oneOf: ["agree", "reached"] },
  span: { oneOf: ["year", "whole"], isRequired: true },
  within_reason: "VARCHAR",
} as const;
const Row = resultRow({ columns }, "school_year", "pupils", "verdict", "span", "within_reason", "reason");
const row = { school_year: "2025-2026", pupils: null, verdict: null, span: "whole", within_reason: null, reason: null };

it("gives the shape of a page's rows from the columns of an analysis, and of the chosen ones alone", () => {
  expect(Row.parse(row)).toEqual(row);
  expect(Row.safeParse({ ...row, is_used: true }).success).toBe(false);
  expect(Row.safeParse({ ...row, school_year: null }).success).toBe(false);
  expect(Row.safeParse({ ...row, verdict: "perhaps" }).success).toBe(false);
  expect(Row.safeParse({ ...row, span: null }).success).toBe(false);
  expect(Row.safeParse({ ...row, pupils: "7" }).success).toBe(false);
});
it("takes a reason in words, never as a code", () => {
  expect(Row.parse({ ...row, within_reason: { nl: "geen", en: "none" } }).within_reason?.nl).toBe("geen");
  expect(Row.safeParse({ ...row, reason: "no_rows" }).success).toBe(false);
});
it("gives components the same types", () => {
  type Of = z.infer<typeof Row>;
  expectTypeOf<Of["school_year"]>().toEqualTypeOf<string>();
  expectTypeOf<Of["pupils"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Of["span"]>().toEqualTypeOf<"year" | "whole">();
  expectTypeOf<Of["verdict"]>().toEqualTypeOf<"agree" | "reached" | null>();
});

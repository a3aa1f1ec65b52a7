import { expect, it } from "vitest";
import { type HeadlineEffect, headlineEffect } from "../../../loaders/check/headlineEffect.ts";
import type { Contract } from "../../../loaders/contracts/contract.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { UNREADABLE } from "../../../loaders/formats/format.ts";
import type { RejectedRow } from "../../../loaders/judge/problem.ts";
import type { SourceFile } from "../../../loaders/sources/sources.ts";

const contractOf = (table: string): Contract => {
  const found = contracts.find((contract) => contract.table === table);
  if (!found) throw new Error(table);
  return found;
};
const because = (rule: string): RejectedRow["problems"][number] => ({
  ...{ column: "x", value: "", rule },
  reason: { nl: "", en: "" },
  message: { nl: "", en: "" },
});
/** A held row by its texts; null for one that was never read that far. */
const held = (texts: Record<string, string> | null, rule = "missing"): RejectedRow => ({
  ...{ line: 2, cells: [], problems: [because(rule)] },
  ...(texts ? { texts } : {}),
});
const effect = (table: string, rejected: RejectedRow[], each?: string): HeadlineEffect | null =>
  headlineEffect({
    source: { contract: contractOf(table), shaping: { texts: {}, ...(each ? { each } : {}) } } as unknown as SourceFile,
    rejected,
  });

it("adds the held lectures and their students, and tells how many rows do not say", () => {
  expect(
    effect("lectures", [
      held({ status: "held", students: "20" }),
      held({ status: "HELD", students: "circa 40" }),
      held({ status: "planned", students: "25" }),
      held({ status: "afgewerkt", students: "30" }),
      held({ status: "held", students: "" }),
      held(null, "row_length"),
    ]),
  ).toEqual({
    changes: [
      { figure: "lectures", one: "lecture", unit: undefined, amount: 3, untold: 2 },
      { figure: "student contacts", one: "student contact", unit: undefined, amount: 20, untold: 4 },
    ],
    repeats: 0,
  });
});

it("lets a row with the key of a row that is kept add nothing", () => {
  expect(
    effect("lectures", [held({ status: "held", students: "20" }, "older_version"), held(null, "duplicate_key")]),
  ).toEqual({
    changes: [
      { figure: "lectures", one: "lecture", unit: undefined, amount: 0, untold: 0 },
      { figure: "student contacts", one: "student contact", unit: undefined, amount: 0, untold: 0 },
    ],
    repeats: 2,
  });
});

it("counts pupils, and girls in STEM where sex and class can be read", () => {
  expect(
    effect("enrolments", [
      held({ sex: "f", stem_category: "stem", headcount: "12" }),
      held({ sex: "f", stem_category: "no_stem", headcount: "7" }),
      held({ sex: "m", stem_category: "?", headcount: "5" }),
      held({ sex: "V", stem_category: "stem", headcount: "3" }),
      held({ sex: "f", stem_category: "stem", headcount: `${UNREADABLE}733,5` }),
    ])?.changes,
  ).toEqual([
    { figure: "pupils", one: "pupil", unit: undefined, amount: 27, untold: 1 },
    { figure: "girls in STEM", one: "girl in STEM", unit: undefined, amount: 12, untold: 2 },
  ]);
});

it("adds cash that was received to the cent, and no other money", () => {
  const cash = { kind: "cash", phase: "received" };
  expect(
    effect("funding", [
      held({ ...cash, amount_eur: "0.10" }),
      held({ ...cash, amount_eur: "0.20" }),
      held({ ...cash, amount_eur: "-0.05" }),
      held({ ...cash, phase: "planned", amount_eur: "900" }),
      held({ ...cash, kind: "in_kind", amount_eur: "x" }),
      held({ ...cash, amount_eur: "1.234,50" }),
    ])?.changes,
  ).toEqual([{ figure: "cash received", one: "cash received", unit: "€", amount: 0.25, untold: 1 }]);
});

it("counts answers, of which no opinion is none, and 0 is one", () => {
  const rows = ["4", "0", "", "11"].map((answer) => held({ answer }));
  expect(effect("responses", rows)?.changes).toEqual([
    { figure: "answers", one: "answer", unit: undefined, amount: 2, untold: 1 },
  ]);
});

it("counts whole forms where one record of the file holds many answers", () => {
  expect(
    effect("responses", [held({ answer: "x" }), held(null, "row_length")], "lateral (…) as each")?.changes,
  ).toEqual([{ figure: "completed questionnaires", one: "completed questionnaire", amount: 2, untold: 0 }]);
});

it("says nothing of a table that feeds no headline figure", () => {
  expect(effect("annotations", [held({})])).toBeNull();
});

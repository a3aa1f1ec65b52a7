import fc from "fast-check";
import type {
  BreakdownRow,
  CumulativeRow,
  FundingRow,
  Meaning,
  PublishedRow,
  ScoreRow,
  ShareRow,
} from "../../../src/data/rows.ts";

const number = fc.oneof(
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 500 }),
  fc.constantFrom(0, 1e12, 1e-9),
);
const nullable = fc.option(number, { nil: null });
const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 30 }), fc.constantFrom("", "<b>&\"'", "\u0000", "één"));
const words = fc.record({ nl: text, en: text });
const flag = fc.constantFrom(null, null, null, "c", "z", "x", "u", "b", "p", "e") as fc.Arbitrary<ShareRow["status"]>;
const year = fc.oneof(
  fc.integer({ min: 2000, max: 2030 }).map((start) => `${start}-${start + 1}`),
  fc.constantFrom("2025-2026", "2024-2025", "2025", "ooit"),
);
const day = fc.constantFrom("2024-09-30", "2025-10-15", "2026-03-02", "2026-02-31", "geen dag");
const period = fc.option(year, { nil: null });
const id = fc.constantFrom(
  "lectures_count",
  "girls_share_in_stem",
  "stem_parity_index",
  "completeness_share",
  "gross_reach_count",
  "x",
);

export const meaning: fc.Arbitrary<Meaning> = fc.record({
  id,
  name: words,
  definition: words,
  unit: fc.oneof(words, fc.constant({ nl: "gastlessen", en: "lectures" }), fc.constant({ nl: "euro", en: "euro" })),
  decimals: fc.integer({ min: -2, max: 12 }),
  is_share: fc.boolean(),
});

const rows = {
  cumulativeLine: fc.record({
    school_year: year,
    teaching_day: fc.integer({ min: 0, max: 190 }),
    date: day,
    value: number,
    is_current: fc.boolean(),
    is_closure_year: fc.boolean(),
    target: nullable,
  }) satisfies fc.Arbitrary<CumulativeRow>,
  breakdownBars: fc.record({
    group: text,
    label: words,
    value: nullable,
    last_year: nullable,
    numerator: nullable,
    denominator: nullable,
    status: flag,
  }) satisfies fc.Arbitrary<BreakdownRow>,
  shareLines: fc.record({
    school_year: year,
    group: fc.constantFrom("total", "girls", "boys", ""),
    label: words,
    value: nullable,
    numerator: nullable,
    denominator: nullable,
    status: flag,
    target: nullable,
    target_period: period,
  }) satisfies fc.Arbitrary<ShareRow>,
  publishedPoints: fc.record({
    figure_id: fc.nat(),
    period: year,
    kind: fc.constantFrom("published" as const, "target" as const),
    indicator_id: id,
    stage: fc.constantFrom("3", "2", "<&>"),
    track: fc.constantFrom("all", "aso", "x"),
    value: number,
    unit: fc.constantFrom("percent", "pupils", "?"),
    is_rounded: fc.boolean(),
    source: text,
    note: fc.option(text, { nil: null }),
  }) satisfies fc.Arbitrary<PublishedRow>,
  fundingSplit: fc.record({
    school_year: year,
    public_eur: number,
    private_eur: number,
    in_kind_eur: number,
    in_kind_hours: number,
    public_share: nullable,
    target: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
    tolerance: fc.option(fc.double({ min: 0, max: 0.2, noNaN: true }), { nil: null }),
    flag,
  }) satisfies fc.Arbitrary<FundingRow>,
};
export const arbitraryRows = rows;

export const score: fc.Arbitrary<ScoreRow> = fc.record({
  meaning,
  period: year,
  value: nullable,
  numerator: nullable,
  denominator: nullable,
  flag,
  target: nullable,
  tolerance: nullable,
  target_period: period,
  last_value: nullable,
  last_period: period,
  is_same_day: fc.boolean(),
  projected_low: nullable,
  projected_high: nullable,
  status: fc.constantFrom("on_course", "uncertain", "off_course", "met", "no_target"),
});

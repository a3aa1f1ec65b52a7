import fc from "fast-check";
import type { FundingRow } from "../../../src/data/funding/rows.ts";
import type {
  PairRow,
  PublishedRow,
  ShareRow,
  SplitRow,
  TargetYearRow,
  TrendRow,
} from "../../../src/data/girls/rows.ts";
import type { CumulativeRow } from "../../../src/data/lectures/rows.ts";
import type { BreakdownRow, Meaning, ScoreRow } from "../../../src/data/rows.ts";

/** No figure is smaller than a billionth; JavaScript's own numbers go down to 5e-324, where no axis has a tick. */
const number = fc
  .oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 500 }),
    fc.constantFrom(0, 1e12, 1e-9),
  )
  .map((figure) => (Math.abs(figure) < 1e-9 ? 0 : figure));
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

const target: fc.Arbitrary<TargetYearRow> = fc.record({
  target: fc.option(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { nil: null }),
  target_period: period,
  source: fc.option(text, { nil: null }),
  is_default: fc.boolean(),
  first_year: year,
  last_year: year,
  share: number,
  share_when_due: nullable,
  met_year: period,
  is_met: fc.boolean(),
  years: fc.option(fc.nat(20), { nil: null }),
  break_year: period,
  left_out: period,
  points_per_year: nullable,
  reached_year: period,
  earliest_year: period,
  latest_year: period,
  is_bounded: fc.option(fc.boolean(), { nil: null }),
  count_earliest_year: period,
  count_latest_year: period,
  counts_since_break: fc.option(fc.nat(20), { nil: null }),
  provisional_since_break: fc.option(fc.nat(20), { nil: null }),
  horizon_year: period,
  walk_year: period,
  walk_reason: fc.option(words, { nil: null }),
  verdict: fc.constantFrom("agree", "uncertain", "reached", null),
  reason: fc.option(words, { nil: null }),
});

const rows = {
  sharePair: fc.record({
    indicator_id: id,
    label: words,
    school_year: year,
    share: nullable,
    lower: nullable,
    upper: nullable,
    status: flag,
    base_year: period,
    since_base: nullable,
    since_base_lower: nullable,
    since_base_upper: nullable,
  }) satisfies fc.Arbitrary<PairRow>,
  shareSplit: fc.record({
    span: fc.constantFrom("year", "whole", "sum_of_years"),
    from_year: year,
    to_year: year,
    total: nullable,
    within_programmes: nullable,
    between_programmes: nullable,
    between_lower: nullable,
    between_upper: nullable,
    within_lower: nullable,
    within_upper: nullable,
    strata: fc.constantFrom("track_domain_province", "group_domain_province", "group_province"),
    has_break: fc.boolean(),
    interval_reason: fc.option(words, { nil: null }),
    reason: fc.option(words, { nil: null }),
  }) satisfies fc.Arbitrary<SplitRow>,
  shareForecast: fc.record({
    school_year: year,
    is_forecast: fc.boolean(),
    is_used: fc.boolean(),
    share: nullable,
    status: flag,
    fitted: nullable,
    predicted_lower: nullable,
    predicted_upper: nullable,
    walk: nullable,
    aim: fc.option(target, { nil: null }),
    reason: fc.option(words, { nil: null }),
  }) satisfies fc.Arbitrary<TrendRow>,
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
    lower: nullable,
    upper: nullable,
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
    is_ahead: fc.boolean(),
  }) satisfies fc.Arbitrary<FundingRow>,
};
export const arbitraryRows = rows;

export const score: fc.Arbitrary<ScoreRow> = fc.record({
  meaning,
  period: year,
  due_value: nullable,
  last_total: nullable,
  past_years_count: fc.option(fc.nat({ max: 20 }), { nil: null }),
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
  expected: nullable,
  expected_low: nullable,
  expected_high: nullable,
  probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  no_forecast: fc.option(words, { nil: null }),
  status: fc.constantFrom("on_course", "uncertain", "off_course", "met", "no_target"),
});

import { z } from "zod";

/** The shapes of what leaves the warehouse for pages and reports. Shares are fractions 0-1; days are `yyyy-mm-dd`. */
export const Words = z.strictObject({ nl: z.string(), en: z.string() });

/** Status flags of an observation (see the README): null is an ordinary value. */
export const Flag = z.enum(["c", "z", "x", "u", "b", "p", "e"]).nullable();

/** What an indicator is, from its definition file. */
export const Meaning = z.strictObject({
  id: z.string(),
  name: Words,
  definition: Words,
  unit: Words,
  decimals: z.number(),
  is_share: z.boolean(),
});
export type Meaning = z.infer<typeof Meaning>;

/** Where rows come from: a loaded file or a published figure. */
/** A source that somebody else `is_published` has no as-of date of ours. */
export const Source = z.strictObject({
  ...{ label: Words, url: z.string().nullable(), is_synthetic: z.boolean() },
  is_published: z.boolean().optional(),
});
export type Source = z.infer<typeof Source>;

/** Cumulative count at the end of every fifth teaching day (and the last) of a school year. */
export const CumulativeRow = z.strictObject({
  school_year: z.string(),
  teaching_day: z.number(),
  date: z.string(),
  value: z.number(),
  is_current: z.boolean(),
  /** Schools were closed for part of this year: drawn, but left out of the band of past years. */
  is_closure_year: z.boolean(),
  /** The benchmark of that school year, null where none was set. */
  target: z.number().nullable(),
});
export type CumulativeRow = z.infer<typeof CumulativeRow>;

/** One group of a breakdown in the current and in the last school year up to the same teaching day. */
export const BreakdownRow = z.strictObject({
  group: z.string(),
  label: Words,
  value: z.number().nullable(),
  last_year: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: Flag,
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;

/** Gross reach of a campaign on a channel, in that channel's own definition. */
export const ReachRow = z.strictObject({
  school_year: z.string(),
  campaign: z.string(),
  channel: z.string(),
  definition: z.string(),
  value: z.number().nullable(),
  flag: Flag,
});
export type ReachRow = z.infer<typeof ReachRow>;

/** A share over school years, one series a group ("total", a track, a domain …). */
export const ShareRow = z.strictObject({
  school_year: z.string(),
  group: z.string(),
  label: Words,
  value: z.number().nullable(),
  /** 95 % interval, where an analysis computes one for this indicator. */
  lower: z.number().nullable().optional(),
  upper: z.number().nullable().optional(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: Flag,
  target: z.number().nullable(),
  target_period: z.string().nullable(),
});
export type ShareRow = z.infer<typeof ShareRow>;

/** A figure as somebody published it. */
export const PublishedRow = z.strictObject({
  figure_id: z.number(),
  period: z.string(),
  kind: z.enum(["published", "target"]),
  indicator_id: z.string(),
  stage: z.string(),
  track: z.string(),
  value: z.number(),
  unit: z.string(),
  is_rounded: z.boolean(),
  source: z.string(),
  note: z.string().nullable(),
});
export type PublishedRow = z.infer<typeof PublishedRow>;

export const StatusWord = z.enum(["on_course", "uncertain", "off_course", "met", "no_target"]);
export type StatusWord = z.infer<typeof StatusWord>;

/** One line of the scorecard. */
export const ScoreRow = z.strictObject({
  meaning: Meaning,
  period: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  flag: Flag,
  target: z.number().nullable(),
  /** Half the width of a band target, null for a target to reach. */
  tolerance: z.number().nullable(),
  target_period: z.string().nullable(),
  /** The value on the same teaching day of last year for a count that grows; else the value of the period before. */
  last_value: z.number().nullable(),
  last_period: z.string().nullable(),
  is_same_day: z.boolean(),
  /** Year total of a count that still grows: its mean, the ends between which it comes with a chance of 80 %, the chance of the target. */
  expected: z.number().nullable(),
  expected_low: z.number().nullable(),
  expected_high: z.number().nullable(),
  probability: z.number().nullable(),
  /** Why such a count has no forecast. */
  no_forecast: Words.nullable(),
  status: StatusWord,
});
export type ScoreRow = z.infer<typeof ScoreRow>;

/** Where a benchmark of the current school year will end; null figures have a reason. */
export const ForecastRow = z.strictObject({
  meaning: Meaning,
  value: z.number().nullable(),
  /** Part of a year total that past years had reached on the same teaching day. */
  share_elapsed: z.number().nullable(),
  mean: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  lower_95: z.number().nullable(),
  upper_95: z.number().nullable(),
  target: z.number().nullable(),
  probability: z.number().nullable(),
  /** Count per remaining teaching day that reaches the target. */
  required_pace: z.number().nullable(),
  reason: Words.nullable(),
});
export type ForecastRow = z.infer<typeof ForecastRow>;

/** How forecasts made in one month (09, 10 …; null for all) of past years did; errors are fractions of the true total. */
export const BackTestRow = z.strictObject({
  meaning: Meaning,
  month: z.string().nullable(),
  years: z.number(),
  cases: z.number(),
  covered: z.number().nullable(),
  error: z.number().nullable(),
  error_of_line: z.number().nullable(),
  reason: Words.nullable(),
});
export type BackTestRow = z.infer<typeof BackTestRow>;

/** Cash received in a school year by type of funder, and what was given in kind (valued apart). */
export const FundingRow = z.strictObject({
  school_year: z.string(),
  public_eur: z.number(),
  private_eur: z.number(),
  in_kind_eur: z.number(),
  in_kind_hours: z.number(),
  public_share: z.number().nullable(),
  target: z.number().nullable(),
  tolerance: z.number().nullable(),
  flag: Flag,
});
export type FundingRow = z.infer<typeof FundingRow>;

/** A source file of the load. */
export const FileRow = z.strictObject({
  source: z.string(),
  table: z.string(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  encoding: z.string(),
  format: z.string(),
  rows_read: z.number(),
  rows_accepted: z.number(),
  rows_rejected: z.number(),
  rows_unchanged: z.number(),
  /** Last day that the rows speak of, null where a table has no day. */
  latest_day: z.string().nullable(),
  is_synthetic: z.boolean(),
});
export type FileRow = z.infer<typeof FileRow>;

/** One load of the warehouse; the same files under the same configuration are one load. */
export const LoadRow = z.strictObject({
  load_id: z.string(),
  as_of: z.string(),
  version: z.string(),
  files: z.number(),
  rows_read: z.number(),
  rows_accepted: z.number(),
  rows_rejected: z.number(),
  rows_unchanged: z.number(),
});
export type LoadRow = z.infer<typeof LoadRow>;

/** The files that an indicator was computed from. */
export const ProvenanceRow = z.strictObject({
  name: Words,
  codes: z.string(),
  files: z.array(z.string()),
  rows: z.number(),
});
export type ProvenanceRow = z.infer<typeof ProvenanceRow>;

export const RejectedRow = z.strictObject({
  table: z.string(),
  column: z.string(),
  rule: z.string(),
  message: Words,
  rows: z.number(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

export const CheckRow = z.strictObject({
  id: z.string(),
  stage: z.string(),
  severity: z.enum(["blocking", "warning"]),
  result: z.enum(["pass", "warning", "fail"]),
  message: Words,
  rows: z.number(),
});
export type CheckRow = z.infer<typeof CheckRow>;

/** What a component draws: rows, what they measure, and where they come from. */
export const section = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row), meaning: Meaning.nullable(), sources: z.array(Source) });

/** What every page and report states about itself. */
export const Frame = z.strictObject({ as_of: z.string(), load_id: z.string(), is_synthetic: z.boolean() });
export type Frame = z.infer<typeof Frame>;

import { z } from "zod";
import { Flag, Words } from "../rows.ts";

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

/** The shapes of what the analyses of the girls' share say. Where a figure is missing, a reason in words stands in its place. */
const reason = Words.nullable();
const figure = z.number().nullable();

/** The verdict on a shift since the base year, with its three conditions. */
export const VerdictRow = z.strictObject({
  base_year: z.string().nullable(),
  base_rule: z.enum(["target_baseline", "first_loaded"]).nullable(),
  last_year: z.string().nullable(),
  years: figure,
  has_break: z.boolean().nullable(),
  verdict: z.enum(["no_shift_shown", "composition_only", "relevant_shift", "not_decided"]).nullable(),
  base_share: figure,
  last_share: figure,
  is_significant: z.boolean().nullable(),
  p: figure,
  is_large: z.boolean().nullable(),
  change: figure,
  change_lower: figure,
  change_upper: figure,
  smallest_change: figure,
  design_effect: figure,
  is_rate_driven: z.boolean().nullable(),
  composition: figure,
  rate: figure,
  rate_reason: reason,
  break_reason: reason,
  reason,
});
export type VerdictRow = z.infer<typeof VerdictRow>;

/** One of the two shares of the girls in a school year, with its interval and its change since the base year. */
export const PairRow = z.strictObject({
  indicator_id: z.string(),
  label: Words,
  school_year: z.string(),
  share: figure,
  lower: figure,
  upper: figure,
  status: Flag,
  base_year: z.string().nullable(),
  since_base: figure,
  since_base_lower: figure,
  since_base_upper: figure,
});
export type PairRow = z.infer<typeof PairRow>;

/** The change between two school years, split into composition and choice. */
export const SplitRow = z.strictObject({
  span: z.enum(["year", "whole", "sum_of_years"]),
  from_year: z.string(),
  to_year: z.string(),
  total: figure,
  composition: figure,
  rate: figure,
  composition_lower: figure,
  composition_upper: figure,
  rate_lower: figure,
  rate_upper: figure,
  strata: z.enum(["track_domain_province", "group_domain_province", "group_province"]),
  has_break: z.boolean(),
  interval_reason: reason,
  reason,
});
export type SplitRow = z.infer<typeof SplitRow>;

/** What one domain adds to the change from the base year to the last. */
export const SplitPartRow = z.strictObject({
  label: Words,
  from_year: z.string(),
  to_year: z.string(),
  weight_before: z.number(),
  weight_after: z.number(),
  share_before: figure,
  share_after: figure,
  composition: z.number(),
  rate: z.number(),
});
export type SplitPartRow = z.infer<typeof SplitPartRow>;

/** When the target was reached, or will be: on the line, and on the random walk beside it. */
export const TargetYearRow = z.strictObject({
  target: figure,
  target_period: z.string().nullable(),
  source: z.string().nullable(),
  is_default: z.boolean(),
  first_year: z.string(),
  last_year: z.string(),
  share: z.number(),
  share_when_due: figure,
  /** First counted school year at or above the target; whether the last one is. */
  met_year: z.string().nullable(),
  is_met: z.boolean().nullable(),
  years: figure,
  break_year: z.string().nullable(),
  left_out: z.string().nullable(),
  points_per_year: figure,
  reached_year: z.string().nullable(),
  earliest_year: z.string().nullable(),
  latest_year: z.string().nullable(),
  is_bounded: z.boolean().nullable(),
  horizon_year: z.string().nullable(),
  walk_year: z.string().nullable(),
  walk_reason: reason,
  verdict: z.enum(["agree", "uncertain", "reached"]).nullable(),
  reason,
});
export type TargetYearRow = z.infer<typeof TargetYearRow>;

/** A counted or a coming school year beside the line, with the default target that the line is held against. */
export const TrendRow = z.strictObject({
  school_year: z.string(),
  is_forecast: z.boolean(),
  is_used: z.boolean(),
  share: figure,
  status: Flag,
  fitted: figure,
  predicted_lower: figure,
  predicted_upper: figure,
  walk: figure,
  aim: TargetYearRow.nullable(),
  reason,
});
export type TrendRow = z.infer<typeof TrendRow>;

import { z } from "zod";
import { enrolmentRevisions } from "../../../loaders/analyses/girls/enrolmentRevisions.ts";
import { girlsShare } from "../../../loaders/analyses/girls/girlsShare.ts";
import { girlsShareSplit } from "../../../loaders/analyses/girls/girlsShareSplit.ts";
import { girlsShareSplitByStratum } from "../../../loaders/analyses/girls/girlsShareSplitByStratum.ts";
import { girlsShareTargetYear } from "../../../loaders/analyses/girls/girlsShareTargetYear.ts";
import { girlsShareThreeWay } from "../../../loaders/analyses/girls/girlsShareThreeWay.ts";
import { girlsShareTrend } from "../../../loaders/analyses/girls/girlsShareTrend.ts";
import { girlsShareVerdict } from "../../../loaders/analyses/girls/girlsShareVerdict.ts";
import { Flag, resultRow, Words } from "../rows.ts";

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

/** The verdict on a shift since the base year, with its three conditions. */
export const VerdictRow = resultRow(
  girlsShareVerdict,
  ...(["base_year", "base_rule", "last_year", "years", "has_break", "verdict", "base_share", "last_share"] as const),
  ...(["is_significant", "p", "is_large", "change", "change_lower", "change_upper", "smallest_change"] as const),
  ...([
    "design_effect",
    "is_within_programmes",
    "within_programmes",
    "between_programmes",
    "within_reason",
    "break_reason",
    "reason",
  ] as const),
);
export type VerdictRow = z.infer<typeof VerdictRow>;

/** One of the two shares of the girls in a school year, with its interval and its change since the base year. */
export const PairRow = resultRow(
  girlsShare,
  ...(["indicator_id", "school_year", "share", "lower", "upper", "status", "base_year"] as const),
  ...(["since_base", "since_base_lower", "since_base_upper"] as const),
).extend({ label: Words });
export type PairRow = z.infer<typeof PairRow>;

/** The change between two school years, split into what happened within and between programmes. */
export const SplitRow = resultRow(
  girlsShareSplit,
  ...([
    "span",
    "from_year",
    "to_year",
    "total",
    "within_programmes",
    "between_programmes",
    "between_lower",
    "between_upper",
  ] as const),
  ...(["within_lower", "within_upper", "strata", "has_break", "interval_reason", "reason"] as const),
);
export type SplitRow = z.infer<typeof SplitRow>;

/** What one domain adds to the change from the base year to the last. */
export const SplitPartRow = resultRow(
  girlsShareSplitByStratum,
  ...(["from_year", "to_year", "weight_before", "weight_after", "share_before", "share_after"] as const),
  ...(["within_programmes", "between_programmes"] as const),
).extend({ label: Words });
export type SplitPartRow = z.infer<typeof SplitPartRow>;

/** The change between two school years, split into what girls did, what boys did and the sex ratio of the cohort. */
export const ThreeWayRow = resultRow(
  girlsShareThreeWay,
  ...(["span", "from_year", "to_year", "girls_before", "girls_after", "boys_before", "boys_after"] as const),
  ...(["girls_per_boy_before", "girls_per_boy_after", "total", "girls_participation", "boys_participation"] as const),
  ...(["sex_ratio", "has_break", "reason"] as const),
);
export type ThreeWayRow = z.infer<typeof ThreeWayRow>;

/** What a later edition of the enrolments of a school year added to the girls' share, and the means of it. */
export const RevisionRow = resultRow(
  enrolmentRevisions,
  ...(["span", "school_year", "edition", "share_before", "share_after", "revision", "size", "revisions"] as const),
  "reason",
);
export type RevisionRow = z.infer<typeof RevisionRow>;

/** When the target was reached, or will be: on the line, and on the random walk beside it. */
export const TargetYearRow = resultRow(
  girlsShareTargetYear,
  ...([
    "target",
    "target_period",
    "source",
    "is_default",
    "first_year",
    "last_year",
    "share",
    "share_when_due",
  ] as const),
  ...(["met_year", "is_met", "years", "break_year", "left_out", "points_per_year", "reached_year"] as const),
  ...([
    "earliest_year",
    "latest_year",
    "is_bounded",
    "count_earliest_year",
    "count_latest_year",
    "counts_since_break",
    "provisional_since_break",
    "horizon_year",
    "walk_year",
    "walk_reason",
  ] as const),
  ...(["verdict", "reason"] as const),
);
export type TargetYearRow = z.infer<typeof TargetYearRow>;

/** A counted or a coming school year beside the line, with the default target that the line is held against. */
export const TrendRow = resultRow(
  girlsShareTrend,
  ...(["school_year", "is_forecast", "is_used", "share", "status", "fitted"] as const),
  ...(["predicted_lower", "predicted_upper", "walk", "reason"] as const),
).extend({ aim: TargetYearRow.nullable() });
export type TrendRow = z.infer<typeof TrendRow>;

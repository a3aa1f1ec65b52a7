import { type Rule, WHY } from "./conditions.ts";

const FEW = "(treated < 10 or controls < 10)";

/** Of effects over many schools: with few of them not even their number is handed on, and no trait that few schools share. */
export const impactRules: Record<string, Rule> = {
  "analyses.impact_summary": {
    blanks: [
      {
        columns: [
          ...["schools", "usable_schools", "usable_share", "left_out_not_every_year", "left_out_no_denominator"],
          ...[
            "left_out_treated_from_start",
            "treated",
            "controls",
            "att",
            "se",
            "lower",
            "upper",
            "mde",
            "pre_trend_p",
          ],
          ...["pre_trend_mde", "exposed_share", "individual_mde"],
        ],
        set: WHY,
        where: FEW,
      },
    ],
    rounds: { columns: ["exposed_share"], decimals: 2 },
  },
  "analyses.impact_event_study": {
    blanks: [
      {
        columns: ["event_time", "is_base", "att", "se", "lower", "upper", "band_lower", "band_upper", "pre_trend_p"],
        set: WHY,
        where: `exists (from analyses.impact_summary as one where one.outcome = own.outcome and one.weighting = own.weighting and one.treated is null)`,
      },
    ],
  },
  "analyses.impact_balance": {
    without: "category is not null",
    blanks: [
      {
        columns: [
          "reached_schools",
          "other_schools",
          "reached",
          "others",
          "difference",
          "lower",
          "upper",
          "standardised_difference",
        ],
        set: WHY,
        where: "(reached_schools < 10 or other_schools < 10)",
      },
    ],
  },
};

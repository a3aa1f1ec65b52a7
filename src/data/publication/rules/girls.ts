import {
  AS_SECRET,
  BREAKDOWN,
  COUNTED,
  isFew,
  isHidden,
  isWithheld,
  type Rule,
  WHY,
  yearBefore,
} from "./conditions.ts";

const isAnyHidden = (...years: string[]) =>
  `exists (from hidden_cells where family = 'enrolments' and period in (${years.join(", ")}))`;
/**
 * A split into parts is made of the counts of groups: one more equation about those that are hidden, as soon as a handful of pupils moves a
 * share that is rounded to a tenth of a point.
 */
const tellsOfFew = (...years: string[]) => `(${isAnyHidden(...years.map((year) => `own.${year}`))}
  and (select min(number) from (select sum(in_stem) as number from {inside}.marts.stem_year_groups
    where breakdown = 'total' and school_year in (${years.map((year) => `own.${year}`).join(", ")}) group by school_year)) < 1000 * ${COUNTED})`;
const GROUP_YEAR = { period: "own.school_year", by: "own.breakdown", of: 'own."group"' };
const GROUP_COUNTS = ["girls_in_stem", "boys_in_stem", "in_stem", "girls_elsewhere", "girls"];
const isSmallShare = (weight: string, share: string, year: string) => {
  const all = `(select sum(in_stem) from {inside}.marts.stem_year_groups where breakdown = 'total' and school_year = part.${year})`;
  const girls = `round(part.${weight} * part.${share} * ${all})`;
  const boys = `round(part.${weight} * (1 - part.${share}) * ${all})`;
  return `(${isFew(girls, COUNTED)} or ${isFew(boys, COUNTED)})`;
};

/** Of counts of pupils with what is made of them. */
export const girlsRules: Record<string, Rule> = {
  "analyses.girls_share": {
    without: isWithheld("enrolments", { period: "own.school_year", by: "own.breakdown" }),
    blanks: [
      {
        columns: [
          ...[
            "numerator",
            "denominator",
            "share",
            "lower",
            "upper",
            "since_base",
            "since_base_lower",
            "since_base_upper",
          ],
          ...["since_last", "since_last_lower", "since_last_upper"],
        ],
        set: { ...AS_SECRET, ...WHY },
        where: isHidden("enrolments", GROUP_YEAR, GROUP_COUNTS),
      },
      // a change tells the share that it starts from
      {
        columns: ["since_base", "since_base_lower", "since_base_upper"],
        set: { since_base_reason: "'confidential'" },
        where: isHidden("enrolments", { ...GROUP_YEAR, period: "own.base_year" }, GROUP_COUNTS),
      },
      {
        columns: ["since_last", "since_last_lower", "since_last_upper"],
        set: { since_last_reason: "'confidential'" },
        where: isHidden("enrolments", { ...GROUP_YEAR, period: yearBefore("own.school_year") }, GROUP_COUNTS),
      },
    ],
  },
  "analyses.enrolment_revisions": {},
  "analyses.girls_share_trend": {},
  "analyses.girls_share_verdict": {
    blanks: [{ columns: ["within_programmes", "between_programmes"], where: tellsOfFew("base_year", "last_year") }],
    rounds: { columns: ["within_programmes", "between_programmes"], decimals: 3 },
  },
  "analyses.girls_share_target_year": {},
  "analyses.girls_share_split": {
    without: tellsOfFew("from_year", "to_year"),
    rounds: {
      columns: [
        ...["total", "within_programmes", "between_programmes", "total_lower", "total_upper", "between_lower"],
        ...["between_upper", "within_lower", "within_upper", "unmatched_share", "merged_share"],
      ],
      decimals: 3,
    },
  },
  "analyses.girls_share_three_way": {},
  // the parts are all there or none: one that is left out could be subtracted
  "analyses.girls_share_split_by_stratum": {
    without: `${isAnyHidden("own.from_year", "own.to_year")} or exists (from analyses.girls_share_split_by_stratum as part
      where part.span = own.span and (${isSmallShare("weight_before", "share_before", "from_year")}
        or ${isSmallShare("weight_after", "share_after", "to_year")}))`,
  },
  "analyses.stem_intervals": {
    without: isWithheld("enrolments", { period: "own.school_year", by: "own.breakdown" }),
    blanks: [
      {
        columns: ["value", "adjusted", "lower", "upper"],
        set: { ...AS_SECRET, ...WHY },
        where: `exists (from indicators.observations as other where other.status = 'c' and other.indicator_id = own.indicator_id
          and other.period = own.school_year and coalesce(${BREAKDOWN.map((name) => `other.${name}`).join(", ")}, 'total') = own."group")`,
      },
    ],
  },
};

/** How a table of the public edition is made fit to print: rows taken out, and figures blanked under the flag or reason that says so. */
export interface Rule {
  /** Rows that are not handed on. */
  without?: string;
  blanks?: readonly { columns: readonly string[]; set?: Record<string, string>; where: string }[];
  /** Fractions that are handed on as they are read, and no finer. */
  rounds?: { columns: readonly string[]; decimals: number };
}

const BREAKDOWN = ["programme", "province", "stage", "track", "domain", "theme", "discipline"];
const breakdown = `coalesce(${BREAKDOWN.map((name) => `if(${name} is null, null, '${name}')`).join(", ")}, 'total')`;
const group = `coalesce(${BREAKDOWN.join(", ")}, 'total')`;

/** Whether nothing is printed by the trait by which a row counts: no set of cells would hide its small ones. */
const isWithheld = (family: string, { period = "own.period", by = breakdown }: { period?: string; by?: string } = {}) =>
  `exists (from withheld_tables as withheld where withheld.family = '${family}' and withheld.period = ${period} and withheld.breakdown = ${by})`;

/** Whether a cell of linked tables is hidden. */
const isHidden = (
  family: string,
  { period = "own.period", by = breakdown, of = group }: { period?: string; by?: string; of?: string },
  counted: readonly string[],
) =>
  `exists (from hidden_cells as hidden where hidden.family = '${family}' and hidden.period = ${period} and hidden.breakdown = ${by}
     and hidden."group" = ${of} and hidden.counted in (${counted.map((name) => `'${name}'`).join(", ")}))`;

const FIGURES = ["value", "numerator", "denominator"];
const AS_SECRET = { status: "'c'" };
const WHY = { reason: "'confidential'" };
const isOf = (...ids: string[]) => `indicator_id in (${ids.map((id) => `'${id}'`).join(", ")})`;
const isFew = (count: string, fewest: string) => `(${count} > 0 and ${count} < ${fewest})`;
const COUNTED = "(select value from meta.thresholds where id = 'fewest_counted')";
const ANSWERS = "(select value from meta.thresholds where id = 'fewest_answers')";
/** Whether the money of private funders of a school year and phase would give one of them away. */
const isUnsafe = (kind: "cash" | "in_kind", year: string, phase: string) =>
  `exists (from unsafe_money where kind = '${kind}' and school_year = own.${year} and phase = ${phase})`;
/** Whether contacts of a school year, as far as they are told by programme, would give the class of one lecture away. */
const isOneClass = (year: string, scope: "total" | "programme" | "province") =>
  `exists (from single_classes where school_year = own.${year} and scope = '${scope}')`;
const SCOPE = (programme = "programme") => `if(${programme} is null, 'total', 'programme')`;
const isClass = (year: string) =>
  `((${SCOPE()} = 'total' and ${isOneClass(year, "total")}) or (${SCOPE()} = 'programme' and ${isOneClass(year, "programme")}))`;

const observations: Rule = {
  // three tables by one trait each, and none by two
  without: `(${isOf("stem_share_of_lectures")} and province is not null)
    or (${isOf("lectures_count", "lecturers_count", "student_contacts_count", "teachers_count")} and ${isWithheld("lectures")})
    or (${isOf("match_rate")} and ${isWithheld("requests")})
    or (${isOf("girls_share_in_stem", "girls_stem_participation", "stem_parity_index")} and ${isWithheld("enrolments")})`,
  blanks: [
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("lectures_count", "lecturers_count", "student_contacts_count", "teachers_count")}
        and ${isHidden("lectures", {}, ["lectures"])}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("lecturers_count", "teachers_count")} and province is not null and ${isFew("numerator", COUNTED)}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("student_contacts_count")} and ((province is null and ${isClass("period")}) or (province is not null and ${isOneClass("period", "province")}))`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("students_reached_count")} and ${isOneClass("period", "total")}`,
    },
    { columns: FIGURES, set: AS_SECRET, where: `${isOf("match_rate")} and ${isHidden("requests", {}, ["requests"])}` },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("girls_share_in_stem")} and ${isHidden("enrolments", {}, ["girls_in_stem", "boys_in_stem", "in_stem"])}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("girls_stem_participation")} and ${isHidden("enrolments", {}, ["girls_in_stem", "girls_elsewhere", "girls"])}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("stem_parity_index")} and ${isHidden("enrolments", {}, [
        ...["girls_in_stem", "girls_elsewhere", "girls"],
        ...["boys_in_stem", "boys_elsewhere", "boys", "in_stem"],
      ])}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("stem_share_of_intake")} and (${isFew("numerator", COUNTED)} or ${isFew("(denominator - numerator)", COUNTED)})`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("response_rate", "top_two_share")} and ${isFew("least(denominator, if(indicator_id = 'response_rate', numerator, denominator))", ANSWERS)}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("public_share_of_funding")} and ${isUnsafe("cash", "period", "own.phase")}`,
    },
    {
      columns: FIGURES,
      set: AS_SECRET,
      where: `${isOf("in_kind_value_eur")} and ${isUnsafe("in_kind", "period", "own.phase")}`,
    },
  ],
};

/** Whether the same figure is blank among the observations. */
const isBlank = (indicator: string, period: string, and: string) =>
  `exists (from indicators.observations as other where other.status = 'c' and other.indicator_id = ${indicator} and other.period = own.${period} and ${and})`;
const TOTALS = `coalesce(${BREAKDOWN.slice(1)
  .map((name) => `other.${name}`)
  .join(", ")}) is null
  and other.programme is not distinct from own.programme`;
const THIS_YEAR = "(select current_school_year from marts.parameters)";
const yearBefore = (year: string) => `((left(${year}, 4)::integer - 1) || '-' || left(${year}, 4))`;
const LAST_YEAR = yearBefore(THIS_YEAR);
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

/**
 * Every table that pages of the public edition may read, in the order in which it is made fit: what is not listed is not handed on. An empty
 * rule is a statement that nothing in the table is about few persons, lectures or funders.
 */
export const RULES: Record<string, Rule> = {
  "indicators.catalogue": {},
  "indicators.observations": observations,
  "analyses.catalogue": {},
  "meta.parameters": {},
  "meta.thresholds": {},
  "meta.files": {},
  "meta.loads": {},
  "meta.checks": {},
  "meta.rejected": {},
  "reference.stem_monitor_published": {},
  "marts.parameters": {},
  "marts.targets": {},
  "marts.questionnaire_items": {},
  "marts.lecture_groups": {
    without: isWithheld("lectures", { period: THIS_YEAR, by: "own.breakdown" }),
    blanks: [
      {
        columns: ["lectures_count"],
        where: isHidden("lectures", { period: THIS_YEAR, by: "own.breakdown", of: "own.group_id" }, ["lectures"]),
      },
      {
        columns: ["last_year_count"],
        where: `${isHidden("lectures", { period: LAST_YEAR, by: "own.breakdown", of: "own.group_id" }, ["same_day"])}
          or ${isWithheld("lectures", { period: LAST_YEAR, by: "own.breakdown" })}`,
      },
    ],
  },
  "marts.lecture_days": {
    blanks: [
      {
        columns: ["student_contacts_count"],
        where:
          "not exists (from told_days where told_days.school_year = own.school_year and told_days.teaching_day = own.teaching_day)",
      },
    ],
  },
  "marts.benchmark_progress": {
    blanks: [
      { columns: ["value"], where: `${isOf("student_contacts_count")} and ${isClass("school_year")}` },
      {
        columns: ["last_year_value"],
        where: `${isOf("student_contacts_count")} and is_current_year and exists (from single_classes where scope = 'same_day')`,
      },
    ],
  },
  "marts.funding_years": {
    blanks: [
      { columns: ["public_eur", "private_eur"], where: isUnsafe("cash", "school_year", "'received'") },
      { columns: ["in_kind_eur", "in_kind_hours"], where: isUnsafe("in_kind", "school_year", "'received'") },
    ],
  },
  "analyses.scorecard": {
    blanks: [
      {
        columns: [
          ...["value", "numerator", "denominator", "due_value", "last_value", "last_total", "expected", "expected_low"],
          ...["expected_high", "probability", "past_years_count", "no_forecast"],
        ],
        set: { flag: "'c'", status: "'uncertain'", ...WHY },
        where: isBlank("own.indicator_id", "period", TOTALS),
      },
      {
        columns: ["last_value", "last_total"],
        where: `${isBlank("own.indicator_id", "last_period", TOTALS)} or exists (from marts.benchmark_progress as progress
          where progress.indicator_id = own.indicator_id and progress.programme is not distinct from own.programme
            and progress.school_year = own.period and progress.last_year_value is null)`,
      },
      { columns: ["due_value"], where: isBlank("own.indicator_id", "target_period", TOTALS) },
    ],
  },
  "analyses.benchmark_forecast": {
    blanks: [
      {
        columns: [
          ...["value", "mean", "lower", "upper", "lower_95", "upper_95", "probability", "required_pace", "rate"],
          ...["held", "held_lower", "held_upper"],
        ],
        set: WHY,
        where: isBlank("own.indicator_id", "school_year", TOTALS),
      },
    ],
  },
  "analyses.benchmark_back_test": {},
  "analyses.registration_delays": {},
  "analyses.lecture_dose": {
    without: isFew("lectures", COUNTED),
    blanks: [
      {
        columns: ["third_stage"],
        where: `${isFew("third_stage", COUNTED)} or ${isFew("(stage_known - third_stage)", COUNTED)}`,
      },
      { columns: ["once_reached_schools"], where: isFew("once_reached_schools", COUNTED) },
      { columns: ["returning_schools"], where: isFew("returning_schools", COUNTED) },
      { columns: ["online"], where: `${isFew("online", COUNTED)} or ${isFew("(format_known - online)", COUNTED)}` },
    ],
  },
  "analyses.girls_in_lectures": {
    blanks: [
      {
        columns: ["students", "girls", "girls_share", "compared_share", "host_share", "difference", "lower", "upper"],
        set: WHY,
        where: `${isFew("filled", COUNTED)} or ${isFew("girls", COUNTED)} or ${isFew("(students - girls)", COUNTED)}
          or ${isFew("compared", COUNTED)}`,
      },
    ],
  },
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

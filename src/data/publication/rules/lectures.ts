import {
  COUNTED,
  isBlank,
  isClass,
  isFew,
  isHidden,
  isOf,
  isWithheld,
  LAST_YEAR,
  type Rule,
  THIS_YEAR,
  TOTALS,
  WHY,
} from "./conditions.ts";

/** Of counts of lectures with what is made of them and of the scorecard. */
export const lectureRules: Record<string, Rule> = {
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
  "analyses.scorecard": {
    blanks: [
      {
        columns: [
          ...["value", "numerator", "denominator", "due_value", "last_value", "last_total", "expected", "expected_low"],
          ...["expected_high", "probability", "past_years_count", "no_forecast"],
        ],
        set: { flag: "'c'", status: "if(target is null, 'no_target', 'uncertain')", ...WHY },
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
};

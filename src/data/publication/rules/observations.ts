import {
  ANSWERS,
  AS_SECRET,
  COUNTED,
  FIGURES,
  isClass,
  isFew,
  isHidden,
  isOf,
  isOneClass,
  isUnsafe,
  isWithheld,
  type Rule,
} from "./conditions.ts";

export const observations: Rule = {
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

import { COUNTED, isFew, isHidden, isWithheld, type Rule, WHY } from "./conditions.ts";

const PROVINCE = { period: "own.school_year", by: "'province'" };
const IS_SECRET = `(${isHidden("lectures", { ...PROVINCE, of: "own.province" }, ["lectures"])} or ${isWithheld("lectures", PROVINCE)})`;
const IS_ANY_SECRET = `(exists (from hidden_cells where family = 'lectures' and period = own.school_year and breakdown = 'province')
  or ${isWithheld("lectures", PROVINCE)})`;
const FIGURES = ["reached_schools", "lectures", "share", "lower", "upper", "white_spots"];

/** Of schools reached, by area, and of the way to them: a municipality shows only whether any of its schools was reached. */
export const coverageRules: Record<string, Rule> = {
  "reference.municipalities": {},
  "analyses.coverage": {
    blanks: [
      { columns: ["reached_schools", "lectures", "share", "lower", "upper"], where: "level = 'municipality'" },
      {
        columns: FIGURES,
        set: WHY,
        where: `(level = 'province' or (level = 'municipality' and white_spots is not null)) and ${IS_SECRET}`,
      },
      { columns: FIGURES, set: WHY, where: `level = 'all' and ${isFew("lectures", COUNTED)}` },
    ],
  },
  "analyses.coverage_equity": {
    blanks: [
      {
        columns: ["lowest_province", "lowest_share", "highest_province", "highest_share", "ratio"],
        set: WHY,
        where: IS_ANY_SECRET,
      },
    ],
  },
  "analyses.lecture_distances": {
    blanks: [
      {
        columns: ["median_km", "p90_km", "near_lectures", "near_share", "lower", "upper"],
        set: WHY,
        where: `(province is not null and ${IS_SECRET}) or lectures - without_place < ${COUNTED}`,
      },
      { columns: ["p90_km"], where: `lectures - without_place < 4 * ${COUNTED}` },
      {
        columns: ["near_share", "lower", "upper"],
        where: `${isFew("near_lectures", COUNTED)} or ${isFew("(lectures - without_place - near_lectures)", COUNTED)}`,
      },
      { columns: ["lectures", "without_place", "near_lectures"], where: "true" },
    ],
    rounds: { columns: ["near_share", "lower", "upper"], decimals: 2 },
  },
  "analyses.matching_efficiency": {
    blanks: [
      {
        columns: ["efficiency", "same_discipline_efficiency", "lecturers", "actual_km", "optimal_km"],
        set: WHY,
        where: `lectures < 2 * ${COUNTED} or lecturers < 2 * ${COUNTED}`,
      },
      { columns: ["lectures", "without_place", "same_discipline_km"], where: "true" },
    ],
    rounds: { columns: ["efficiency", "same_discipline_efficiency"], decimals: 3 },
  },
};

import { LATE_ENROLMENTS } from "../truths.ts";
import type { Row } from "../writeCsv.ts";

const lateOf = (row: Row) => LATE_ENROLMENTS[String(row.school_year)];
const isPublishedEarly = ({ stage, year_in_stage, stem_category }: Row) =>
  stage === 3 && year_in_stage !== 3 && stem_category === "stem";

/** A count of a school year that was counted twice, under the name of its last edition. */
export const definitive = (row: Row): Row => (lateOf(row) ? { ...row, edition: "definitief" } : row);

/** The provisional edition of the pupils in STEM, from which those who enrolled late are missing. */
export function makeProvisionalEnrolments(enrolments: readonly Row[]): Row[] {
  return enrolments.filter(isPublishedEarly).flatMap((row) => {
    const late = lateOf(row)?.[row.sex as "f" | "m"];
    if (late === undefined) return [];
    const headcount = Number(row.headcount) - Math.round(Number(row.headcount) * late);
    return [{ ...row, edition: "voorlopig", headcount, status: "p" }];
  });
}

import { COUNTED, isFew, isHidden, isUnsafe, type Rule, WHY, yearBefore } from "./conditions.ts";

const SECRET = { status: "'c'" };
const isSecretCost = (year: string) =>
  `(exists (from unsafe_money where kind = 'cash' and phase = 'spent' and school_year = ${year})
    or exists (from single_classes where scope = 'total' and school_year = ${year}))`;

/**
 * Of money: sums of private funders that give none of them away. By programme nothing is handed on: a sum of one programme and that of all
 * together would give the other, which is made of other funders.
 */
export const fundingRules: Record<string, Rule> = {
  "marts.funding_years": {
    blanks: [
      { columns: ["public_eur", "private_eur"], where: isUnsafe("cash", "school_year", "'received'") },
      { columns: ["in_kind_eur", "in_kind_hours"], where: isUnsafe("in_kind", "school_year", "'received'") },
    ],
  },
  "analyses.funding_split": {
    without: "programme is not null",
    blanks: [
      {
        columns: ["public_eur", "private_eur", "cash_eur", "public_share", "verdict"],
        set: { ...SECRET, ...WHY },
        where: isUnsafe("cash", "school_year", "own.phase"),
      },
      { columns: ["in_kind_eur", "in_kind_hours"], where: isUnsafe("in_kind", "school_year", "own.phase") },
    ],
  },
  "analyses.cost_per_contact": {
    without: "programme is not null",
    blanks: [
      {
        columns: [
          ...["spent_eur", "student_contacts", "cost_per_contact", "cost_per_contact_with_in_kind", "cost_per_lecture"],
          ...["change", "change_by_cost", "change_by_contacts"],
        ],
        set: { ...SECRET, ...WHY },
        where: isSecretCost("own.school_year"),
      },
      {
        columns: ["change", "change_by_cost", "change_by_contacts"],
        set: { change_reason: "'confidential'" },
        where: isSecretCost(yearBefore("own.school_year")),
      },
      {
        columns: ["in_kind_eur", "cost_per_contact_with_in_kind"],
        where: isUnsafe("in_kind", "school_year", "'received'"),
      },
      {
        columns: ["lectures", "lectures_without_students", "cost_per_lecture"],
        where: `${isFew("lectures", COUNTED)} or ${isHidden("lectures", { period: "own.school_year", by: "'total'", of: "'total'" }, ["lectures"])}`,
      },
    ],
  },
  "analyses.funder_concentration": {
    without: "programme is not null",
    blanks: [
      { columns: ["private_eur"], set: { ...SECRET, ...WHY }, where: "not is_safe" },
      // with the sum it tells what the largest funder gave
      { columns: ["largest_share"], where: "true" },
      { columns: ["herfindahl"], where: "not is_safe or funders < 10" },
    ],
    rounds: { columns: ["herfindahl"], decimals: 2 },
  },
};

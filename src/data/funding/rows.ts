import { z } from "zod";
import { costPerContact } from "../../../loaders/analyses/funding/costPerContact.ts";
import { funderConcentration } from "../../../loaders/analyses/funding/funderConcentration.ts";
import { Flag, resultRow } from "../rows.ts";

/** Cash received in a school year by type of funder, and what was given in kind (valued apart); null where it would give a funder away. */
export const FundingRow = z.strictObject({
  school_year: z.string(),
  public_eur: z.number().nullable(),
  private_eur: z.number().nullable(),
  in_kind_eur: z.number().nullable(),
  in_kind_hours: z.number().nullable(),
  public_share: z.number().nullable(),
  target: z.number().nullable(),
  tolerance: z.number().nullable(),
  flag: Flag,
  /** Booked for a school year to come: provisional, and apart from the years that have begun. */
  is_ahead: z.boolean(),
});
export type FundingRow = z.infer<typeof FundingRow>;

/** Money of a school year as it was planned, committed, received and spent, public and private together; null where none is booked, or hidden. */
export const PlanRow = z.strictObject({
  school_year: z.string(),
  is_over: z.boolean(),
  planned_eur: z.number().nullable(),
  committed_eur: z.number().nullable(),
  received_eur: z.number().nullable(),
  spent_eur: z.number().nullable(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** What a student contact cost in a school year, and what moved it. */
export const CostRow = resultRow(
  costPerContact,
  ...(["school_year", "is_whole_year", "spent_eur", "in_kind_eur", "student_contacts", "lectures"] as const),
  ...(["cost_per_contact", "cost_per_contact_with_in_kind", "cost_per_lecture", "change", "change_by_cost"] as const),
  ...(["change_by_contacts", "status", "reason"] as const),
).extend({ school_year: z.string() });
export type CostRow = z.infer<typeof CostRow>;

/** On how many private funders the money received rests. */
export const ConcentrationRow = resultRow(
  funderConcentration,
  ...(["school_year", "is_current_year", "private_eur", "funders", "herfindahl", "largest_share"] as const),
  ...(["is_safe", "is_dominated", "reason"] as const),
).extend({ school_year: z.string() });
export type ConcentrationRow = z.infer<typeof ConcentrationRow>;

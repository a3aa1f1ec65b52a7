import { z } from "zod";
import { Flag } from "../rows.ts";

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

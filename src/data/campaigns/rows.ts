import { z } from "zod";
import { Flag } from "../rows.ts";

/** Gross reach of a campaign on a channel, in that channel's own definition. */
export const ReachRow = z.strictObject({
  school_year: z.string(),
  campaign: z.string(),
  channel: z.string(),
  definition: z.string(),
  value: z.number().nullable(),
  flag: Flag,
});
export type ReachRow = z.infer<typeof ReachRow>;

import { z } from "zod";
import { Flag, Meaning, Words } from "../rows.ts";

/** A goal of a plan beside the last figure of its indicator; without an indicator nothing that is loaded can tell how it stands. */
export const GoalRow = z.strictObject({
  plan: z.string(),
  text: Words,
  target: z.number().nullable(),
  target_period: z.string().nullable(),
  source: z.string().nullable(),
  meaning: Meaning.nullable(),
  value: z.number().nullable(),
  period: z.string().nullable(),
  flag: Flag,
  current_school_year: z.string(),
});
export type GoalRow = z.infer<typeof GoalRow>;

/** How many initiatives of the hub there are for an audience in a strand. */
export const StrandRow = z.strictObject({ strand: z.string(), audience: z.string(), initiatives: z.number() });
export type StrandRow = z.infer<typeof StrandRow>;

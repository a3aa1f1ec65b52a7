import { z } from "zod";
import { Meaning, Words } from "../rows.ts";

/** Cumulative count at the end of every fifth teaching day (and the last) of a school year. */
export const CumulativeRow = z.strictObject({
  school_year: z.string(),
  teaching_day: z.number(),
  date: z.string(),
  value: z.number(),
  is_current: z.boolean(),
  /** Schools were closed for part of this year: drawn, but left out of the band of past years. */
  is_closure_year: z.boolean(),
  /** The benchmark of that school year, null where none was set. */
  target: z.number().nullable(),
});
export type CumulativeRow = z.infer<typeof CumulativeRow>;

/** Where a benchmark of the current school year will end; null figures have a reason. */
export const ForecastRow = z.strictObject({
  meaning: Meaning,
  value: z.number().nullable(),
  /** Part of a year total that past years had reached on the same teaching day. */
  share_elapsed: z.number().nullable(),
  mean: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  lower_95: z.number().nullable(),
  upper_95: z.number().nullable(),
  target: z.number().nullable(),
  probability: z.number().nullable(),
  /** Count per remaining teaching day that reaches the target. */
  required_pace: z.number().nullable(),
  reason: Words.nullable(),
});
export type ForecastRow = z.infer<typeof ForecastRow>;

/** How forecasts made in one month (09, 10 …; null for all) of past years did; errors are fractions of the true total. */
export const BackTestRow = z.strictObject({
  meaning: Meaning,
  month: z.string().nullable(),
  years: z.number(),
  cases: z.number(),
  covered: z.number().nullable(),
  error: z.number().nullable(),
  error_of_line: z.number().nullable(),
  reason: Words.nullable(),
});
export type BackTestRow = z.infer<typeof BackTestRow>;

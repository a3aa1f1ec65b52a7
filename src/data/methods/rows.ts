import { z } from "zod";
import { Flag, StatusWord, Words } from "../rows.ts";

/** The shapes of what the page on methods shows. */
const Evidence = z.enum(["monitoring", "shift", "attribution"]);

/** How much the page speaks of. */
export const MethodCount = z.strictObject({
  indicators: z.number(),
  analyses: z.number(),
  results: z.number(),
  without_figure: z.number(),
});
export type MethodCount = z.infer<typeof MethodCount>;

/** An indicator as its definition file has it. */
export const IndicatorRow = z.strictObject({
  id: z.string(),
  codes: z.array(z.string()),
  name: Words,
  definition: Words,
  numerator: Words,
  denominator: Words.nullable(),
  unit: Words,
  evidence: Evidence,
  breakdowns: z.array(z.string()),
  sources: z.array(z.string()),
  interval: Words,
  disclosure: Words,
  pitfalls: Words,
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

/** An analysis as it describes itself, and what it found this time. */
export const AnalysisRow = z.strictObject({
  id: z.string(),
  name: Words,
  method: Words,
  evidence: Evidence,
  /** The codes that it speaks of, with the indicator that bears the code where there is one. */
  codes: z.array(z.strictObject({ code: z.string(), indicator_id: z.string().nullable() })),
  inputs: z.array(z.string()),
  functions: z.array(z.string()),
  parameters: z.array(z.strictObject({ name: z.string(), value: z.union([z.number(), z.string()]) })),
  thresholds: z.array(z.strictObject({ id: z.string(), name: Words })),
  results: z.number(),
  /** Results without a figure by reason, the most frequent first. */
  absent: z.array(z.strictObject({ reason: Words, results: z.number() })),
  /** Why there is no result at all, null where there is one. */
  reason: Words.nullable(),
  as_of: z.string(),
});
export type AnalysisRow = z.infer<typeof AnalysisRow>;

/** A function that analyses call; `text` is English, as in the code. */
export const FunctionRow = z.strictObject({ name: z.string(), file: z.string(), text: z.string() });
export type FunctionRow = z.infer<typeof FunctionRow>;

export const ThresholdRow = z.strictObject({
  id: z.string(),
  name: Words,
  unit: z.enum(["share", "points", "number", "days", "km", "eur"]),
  value: z.number(),
  source: Words,
});
export type ThresholdRow = z.infer<typeof ThresholdRow>;

/** When an observation bears a flag. */
export const FlagRow = z.strictObject({ flag: Flag.unwrap(), meaning: Words });
export type FlagRow = z.infer<typeof FlagRow>;

/** When a figure bears a status word. */
export const StatusRow = z.strictObject({ status: StatusWord, meaning: Words });
export type StatusRow = z.infer<typeof StatusRow>;

/** A canonical table with its columns, as its contract has them. */
export const TableRow = z.strictObject({
  table: z.string(),
  title: Words,
  columns: z.array(
    z.strictObject({
      name: z.string(),
      meaning: Words,
      expects: Words,
      is_key: z.boolean(),
      is_required: z.boolean(),
      is_personal: z.boolean(),
      refers_to: z.string().nullable(),
    }),
  ),
});
export type TableRow = z.infer<typeof TableRow>;

/** Whether the rows of a loaded file are invented. */
export const OriginRow = z.strictObject({
  label: Words,
  table: z.string(),
  rows: z.number(),
  is_synthetic: z.boolean(),
  url: z.string().nullable(),
});
export type OriginRow = z.infer<typeof OriginRow>;

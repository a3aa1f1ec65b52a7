import { z } from "zod";
import { Words } from "../rows.ts";

/** A source file of the load. */
export const FileRow = z.strictObject({
  source: z.string(),
  table: z.string(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  encoding: z.string(),
  format: z.string(),
  rows_read: z.number(),
  rows_accepted: z.number(),
  rows_rejected: z.number(),
  rows_unchanged: z.number(),
  /** Last day that the rows speak of, null where a table has no day. */
  latest_day: z.string().nullable(),
  is_synthetic: z.boolean(),
});
export type FileRow = z.infer<typeof FileRow>;

/** One load of the warehouse; the same files under the same configuration are one load. */
export const LoadRow = z.strictObject({
  load_id: z.string(),
  as_of: z.string(),
  version: z.string(),
  files: z.number(),
  rows_read: z.number(),
  rows_accepted: z.number(),
  rows_rejected: z.number(),
  rows_unchanged: z.number(),
});
export type LoadRow = z.infer<typeof LoadRow>;

/** The files that an indicator was computed from. */
export const ProvenanceRow = z.strictObject({
  name: Words,
  codes: z.string(),
  files: z.array(z.string()),
  rows: z.number(),
});
export type ProvenanceRow = z.infer<typeof ProvenanceRow>;

export const RejectedRow = z.strictObject({
  table: z.string(),
  column: z.string(),
  rule: z.string(),
  message: Words,
  rows: z.number(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

export const CheckRow = z.strictObject({
  id: z.string(),
  stage: z.string(),
  severity: z.enum(["blocking", "warning"]),
  result: z.enum(["pass", "warning", "fail"]),
  message: Words,
  rows: z.number(),
});
export type CheckRow = z.infer<typeof CheckRow>;

/** How many small counts the public edition hides, with how many that would give them away, and sets of tables that are left out. */
export const HiddenRow = z.strictObject({ primaries: z.number(), secondaries: z.number(), withheld: z.number() });
export type HiddenRow = z.infer<typeof HiddenRow>;

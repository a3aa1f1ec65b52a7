import { z } from "zod";
import type { Gate } from "./gate.ts";
import { ScoreRow } from "./rows.ts";

/** Something that needs attention this month, the most pressing first. Points are fractions. */
export const AttentionRow = z.strictObject({
  kind: z.enum(["off_course", "past_due", "moved", "held"]),
  /** Of `off_course` and `past_due`: the figure that is. */
  score: ScoreRow.nullable(),
  /** Of `moved`: by how much the girls' share moved since the school year before, with its interval. */
  change: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  school_year: z.string().nullable(),
  /** Of `held`: rows in quarantine. */
  rows: z.number().nullable(),
});
export type AttentionRow = z.infer<typeof AttentionRow>;

const MOST = 3;
const none = { score: null, change: null, lower: null, upper: null, school_year: null, rows: null };

/**
 * At most three things: figures that are off course (the least likely to reach their target first), a girls' share that moved beyond its
 * interval, rows that are held, and targets of which the year has passed.
 */
export async function attention(gate: Gate, scores: readonly ScoreRow[]): Promise<AttentionRow[]> {
  const of = (kind: "off_course" | "past_due") =>
    scores
      .filter(({ status }) => status === kind)
      .toSorted((a, b) => (a.probability ?? 0) - (b.probability ?? 0))
      .map((score): AttentionRow => ({ ...none, kind, score }));
  const moved = await gate.rows<{ school_year: string; change: number; lower: number; upper: number }>(
    `select school_year, since_last as change, since_last_lower as lower, since_last_upper as upper from analyses.girls_share
     where indicator_id = 'girls_share_in_stem' and breakdown = 'total'
       and school_year = (select max(school_year) from analyses.girls_share where indicator_id = 'girls_share_in_stem')
       and (since_last_lower > 0 or since_last_upper < 0)`,
  );
  const [held] = await gate.rows<{ rows: number }>(
    "select coalesce(sum(rows_rejected), 0)::integer as rows from meta.files",
  );
  return [
    ...of("off_course"),
    ...moved.map((row): AttentionRow => ({ ...none, ...row, kind: "moved" })),
    ...(held && held.rows > 0 ? [{ ...none, kind: "held" as const, rows: held.rows }] : []),
    ...of("past_due"),
  ].slice(0, MOST);
}

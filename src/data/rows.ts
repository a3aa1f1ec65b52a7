import { z } from "zod";
import { type Columns, FLAG, type Value } from "../../loaders/analyses/analysis.ts";
import { STATUS } from "../../loaders/analyses/status.ts";

/** The shapes of what leaves the warehouse for pages and reports. Shares are fractions 0-1; days are `yyyy-mm-dd`. */
export const Words = z.strictObject({ nl: z.string(), en: z.string() });
type Words = z.infer<typeof Words>;

/** Status flags of an observation. */
export const Flag = z.enum(FLAG.oneOf).nullable();

/** What an indicator is, from its definition file. */
export const Meaning = z.strictObject({
  id: z.string(),
  name: Words,
  definition: Words,
  unit: Words,
  decimals: z.number(),
  is_share: z.boolean(),
  /** Whose figure it is, where an indicator has figures of each programme and of both together. */
  programme: z.enum(["stem_ovk", "ovk", "together"]).optional(),
});
export type Meaning = z.infer<typeof Meaning>;

/** Where rows come from: a loaded file, or a figure that somebody else published, which has no as-of date of ours. */
export const Source = z.strictObject({
  ...{ label: Words, url: z.string().nullable(), is_synthetic: z.boolean() },
  is_published: z.boolean().optional(),
});
export type Source = z.infer<typeof Source>;

/** One group of a breakdown in the current and in the last school year up to the same teaching day. */
export const BreakdownRow = z.strictObject({
  group: z.string(),
  label: Words,
  value: z.number().nullable(),
  last_year: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: Flag,
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;

export const StatusWord = z.enum(STATUS.oneOf);
export type StatusWord = z.infer<typeof StatusWord>;

/** One line of the scorecard. */
export const ScoreRow = z.strictObject({
  meaning: Meaning,
  period: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  flag: Flag,
  target: z.number().nullable(),
  /** Half the width of a band target, null for a target to reach. */
  tolerance: z.number().nullable(),
  target_period: z.string().nullable(),
  /** The value in the year in which the target was due, where that is over. */
  due_value: z.number().nullable(),
  /** While the year runs, the value on the same teaching day (a share: calendar day) of last year; else that of the period before. */
  last_value: z.number().nullable(),
  /** Over the whole of the period before. */
  last_total: z.number().nullable(),
  last_period: z.string().nullable(),
  is_same_day: z.boolean(),
  /** Year total of a count that still grows: its mean, the ends between which it comes with a chance of 80 %, the chance of the target. */
  expected: z.number().nullable(),
  expected_low: z.number().nullable(),
  expected_high: z.number().nullable(),
  probability: z.number().nullable(),
  /** Past school years that the chance rests on. */
  past_years_count: z.number().nullable(),
  /** Why such a figure has no forecast. */
  no_forecast: Words.nullable(),
  status: StatusWord,
});
export type ScoreRow = z.infer<typeof ScoreRow>;

/** What a component draws: rows, what they measure, and where they come from. */
export const section = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row), meaning: Meaning.nullable(), sources: z.array(Source) });

/** What every page and report states about itself. */
export const Frame = z.strictObject({ as_of: z.string(), load_id: z.string(), is_synthetic: z.boolean() });
export type Frame = z.infer<typeof Frame>;

/** Where a figure is missing, a reason in words stands in its place. */
type Shown<Name, Column> = Name extends `${string}reason` ? Words | null : Column;

function shapeOf(name: string, column: Columns[string]): z.ZodType {
  if (name.endsWith("reason")) return Words.nullable();
  if (typeof column !== "string") return column.isRequired ? z.enum(column.oneOf) : z.enum(column.oneOf).nullable();
  const [type] = column.split(" ");
  const value = type === "BOOLEAN" ? z.boolean() : type === "VARCHAR" || type === "DATE" ? z.string() : z.number();
  return column.endsWith("NOT NULL") ? value : value.nullable();
}

/** The shape of rows that show these columns of an analysis: its columns are declared there, once, for database and page. */
export function resultRow<Table extends Columns, Name extends (keyof Table & string) | "reason">(
  { columns }: { columns: Table },
  ...names: Name[]
) {
  type Shape = { [Of in Name]: z.ZodType<Shown<Of, Of extends keyof Table ? Value<Table[Of]> : null>> };
  return z.strictObject(
    Object.fromEntries(names.map((name) => [name, shapeOf(name, columns[name] ?? "VARCHAR")])) as Shape,
  );
}

import { z } from "zod";
import { type Columns, FLAG, type Value } from "../../loaders/analyses/analysis.ts";
import { scorecard } from "../../loaders/analyses/scorecard.ts";
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
  /** Of a loaded file: its name, fingerprint, latest day, and how many of its rows were read and are held. */
  file: z
    .strictObject({
      ...{ name: z.string(), sha256: z.string(), latest_day: z.string().nullable() },
      ...{ rows_read: z.number(), rows_rejected: z.number() },
    })
    .optional(),
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

/** What a component draws: rows, what they measure, and where they come from. */
export const section = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row), meaning: Meaning.nullable(), sources: z.array(Source) });

/** What every page and report states about itself. */
export const Frame = z.strictObject({
  ...{ as_of: z.string(), load_id: z.string(), is_synthetic: z.boolean() },
  /** Set in the edition for the programme's own staff, in which small counts stand. */
  is_internal: z.literal(true).optional(),
  /** Pages and topics for which nothing is loaded; not there where everything has something to show. */
  absent: z.array(z.string()).optional(),
});
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

/** One line of the scorecard. */
export const ScoreRow = resultRow(
  scorecard,
  ...(["period", "value", "numerator", "denominator", "flag", "target", "tolerance", "target_period"] as const),
  ...(["due_value", "last_value", "last_total", "last_period", "is_same_day"] as const),
  ...(["expected", "expected_low", "expected_high", "probability", "past_years_count", "status"] as const),
).extend({
  meaning: Meaning,
  /** Why a figure that still moves has no forecast. */
  no_forecast: Words.nullable(),
});
export type ScoreRow = z.infer<typeof ScoreRow>;

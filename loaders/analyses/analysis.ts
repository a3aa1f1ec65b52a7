import type { ThresholdId, Thresholds } from "../config/thresholds.ts";
import type { Words } from "../contracts/cells.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Reason } from "./reasons.ts";

type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER" | "BOOLEAN" | "DATE";
/** A text that is one of a few words. */
interface OneOf {
  oneOf: readonly string[];
  isRequired?: boolean;
}
/** A column of a result table, as the database holds it and as pages may show it. */
export type Column = ColumnType | `${ColumnType} NOT NULL` | OneOf;
export type Columns = Record<string, Column>;

type Plain<Type extends string> = Type extends "VARCHAR" | "DATE" ? string : Type extends "BOOLEAN" ? boolean : number;
/** What stands in such a column. */
export type Value<Of extends Column> = Of extends OneOf
  ? Of["oneOf"][number] | (Of extends { isRequired: true } ? never : null)
  : Of extends `${infer Type} NOT NULL`
    ? Plain<Type>
    : Of extends string
      ? Plain<Of> | null
      : never;

/** Status flags of an observation (see the README): null is an ordinary value. */
export const FLAG = { oneOf: ["c", "z", "x", "u", "b", "p", "e"] } as const;
export type Flag = Value<typeof FLAG>;

/** A row of a result table. Where it has no figure, `reason` says why; a row with its figures has none. */
export type Result<Table extends Columns = Columns> = { [Name in keyof Table]: Value<Table[Name]> } & {
  reason: Reason | null;
};

/** What an analysis works with: the warehouse (marts and indicators are there), the day that figures hold for, the user's thresholds. */
export interface Context {
  warehouse: Warehouse;
  /** yyyy-mm-dd */
  asOf: string;
  /** Of the as-of day: `2025-2026`. */
  schoolYear: string;
  thresholds: Thresholds;
}

/** One result table, `analyses.<id>`: `statistics/` applied to marts. Pages and reports only show it. */
export interface Analysis<Table extends Columns = Columns> {
  id: string;
  name: Words;
  /** What is computed, in words, for the page on methods: what goes in, the method by name, what is left out and when there is no figure. */
  method: Words;
  evidence: "monitoring" | "shift" | "attribution";
  /** Indicators of the catalogue that it speaks of, by code (A1, D2 …). */
  codes: string[];
  /** Tables that it reads: `marts.enrolments`. */
  inputs: string[];
  /** Functions of `statistics/` that it calls, by name; the page on methods shows their docstrings. */
  functions: string[];
  /** Constants that decide the figures: level, draws, seed, base year rules. */
  parameters: Record<string, number | string>;
  /** Thresholds of the configuration that it uses. */
  thresholds: ThresholdId[];
  columns: Table;
  run(context: Context): Promise<Result<Table>[]>;
}

/** Gives an analysis the types of its own columns. */
export const analysis = <Table extends Columns>(definition: Analysis<Table>): Analysis & { columns: Table } =>
  definition as never;

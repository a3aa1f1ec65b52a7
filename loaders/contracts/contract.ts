import { z } from "zod";
import type { Cell, Words } from "./cells.ts";

/** One column of a contract: its kind of cell, whether it must be filled, whether it is about a person, and what it means. */
export interface Column<T = unknown> extends Words {
  cell: Cell<T>;
  required: boolean;
  personal: boolean;
  /** It counts people: a sum (`22+20`) is read, and a rough number (`±20`) where a column says of it that it is an estimate. */
  counts?: { estimated?: string } | undefined;
  /** A text for the import template where that of the kind of cell would break a rule of the contract. */
  example?: string | undefined;
}

/** A rule over several columns of one row, written once, in SQL over the contract's column names; true or null means kept. */
export interface Rule extends Words {
  id: string;
  columns: string[];
  sql: string;
}

export interface Reference {
  columns: string[];
  table: string;
  /** Columns in the other table, in the same order. */
  to: string[];
}

export interface Contract extends Words {
  table: string;
  key: string[];
  columns: Record<string, Column>;
  references: Reference[];
  rules: Rule[];
  /** The column that says of what day a row speaks, for the freshness of the table. */
  day?: string | undefined;
  /** One row of text cells by column name → its values; every broken cell is an issue whose message is the rule's id. */
  record: z.ZodType<Record<string, unknown>>;
}

type Meaning = Words & { personal?: boolean; example?: string; counts?: Column["counts"] };

export const required = <T>(cell: Cell<T>, { nl, en, personal = false, example, counts }: Meaning): Column<T> => ({
  cell,
  nl,
  en,
  personal,
  example,
  counts,
  required: true,
});

export const optional = <T>(cell: Cell<T>, { nl, en, personal = false, example, counts }: Meaning): Column<T> => ({
  cell,
  nl,
  en,
  personal,
  example,
  counts,
  required: false,
});

type Definition = Words &
  Pick<Contract, "table" | "key" | "columns"> &
  Partial<Pick<Contract, "references" | "rules" | "day">>;

/** A canonical table: the single truth on its rows. Throws when a key, reference or rule names a column that is not there. */
export function contract({ references = [], rules = [], ...definition }: Definition): Contract {
  const { table, key, columns } = definition;
  const named = [...key, ...references.flatMap(({ columns }) => columns), ...rules.flatMap(({ columns }) => columns)];
  for (const name of named) if (!columns[name]) throw new Error(`unknown column in contract ${table}: ${name}`);
  const record = z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, { cell, required }]) => [
        name,
        required ? cell.zod.refine((value) => value !== null, "missing") : cell.zod,
      ]),
    ),
  );
  return { ...definition, references, rules, record };
}

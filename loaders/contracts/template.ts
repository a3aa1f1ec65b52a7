import type { Words } from "./cells.ts";
import type { Contract } from "./contract.ts";

/** What someone who fills in a table must know of one column. */
export interface ColumnNote {
  name: string;
  meaning: Words;
  isRequired: boolean;
  isKey: boolean;
  isPersonal: boolean;
  expects: Words;
  example: string;
  /** The table in which the value must stand, or null. */
  refersTo: string | null;
}

/** An empty import template: the header, one row that shows how a row looks, and the explanation of columns and rules. */
export interface Template {
  table: string;
  title: Words;
  header: string[];
  example: string[];
  columns: ColumnNote[];
  rules: { id: string; columns: string[]; meaning: Words }[];
}

/** The import template of a canonical table; its example row keeps to the contract, references aside. */
export function templateOf({ table, nl, en, key, columns, references, rules }: Contract): Template {
  const notes = Object.entries(columns).map(
    ([name, { cell, example, required, personal, ...meaning }]): ColumnNote => ({
      name,
      meaning: { nl: meaning.nl, en: meaning.en },
      isRequired: required,
      isKey: key.includes(name),
      isPersonal: personal,
      expects: cell.expects,
      example: example ?? cell.example ?? "",
      refersTo: references.find((reference) => reference.columns.includes(name))?.table ?? null,
    }),
  );
  return {
    table,
    title: { nl, en },
    header: notes.map(({ name }) => name),
    example: notes.map(({ example }) => example),
    columns: notes,
    rules: rules.map(({ id, columns, ...meaning }) => ({ id, columns, meaning: { nl: meaning.nl, en: meaning.en } })),
  };
}

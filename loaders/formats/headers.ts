import { InputError, nearest } from "../errors.ts";
import { cellOf, type TextHead } from "./format.ts";

const even = (name: string) => name.replace(/\s+/g, " ").trim();
const matches = (header: readonly string[], name: string): string[] => {
  const exact = header.filter((other) => other === name);
  return exact.length > 0 ? exact : header.filter((other) => other.toLowerCase() === name.toLowerCase());
};

/** True when every column is there under one of its spellings, whatever the order and capitals. */
export const hasAll = (header: readonly string[], ...columns: readonly (string | readonly string[])[]): boolean =>
  columns.every((names) => [names].flat().some((name) => matches(header, name).length > 0));

export interface Headers {
  /** The text cell under the first spelling that the file has; throws an `InputError` when it has none. */
  cell(...names: string[]): string;
  /** The same, or a null text when the file has none. */
  optional(...names: string[]): string;
  has(...names: string[]): boolean;
}

/** Finds text cells by the names of their columns. */
export function headersOf({ header, preamble, file }: TextHead): Headers {
  const line = preamble.length + 1;
  const find = (names: string[]): string | null => {
    for (const name of names.map(even)) {
      const [first, second] = matches(header, name);
      if (second !== undefined) throw new InputError(`column stands twice: ${second} (${file}, line ${line})`, 3);
      if (first !== undefined) return first;
    }
    return null;
  };
  return {
    has: (...names) => find(names) !== null,
    optional: (...names) => {
      const found = find(names);
      return found === null ? "cast(null as varchar)" : cellOf(found);
    },
    cell: (...names) => {
      const found = find(names);
      if (found !== null) return cellOf(found);
      const guess = names.map((name) => nearest(name, header)).find((name) => name !== null);
      const hint = guess ? `; did you mean ${guess}?` : "";
      throw new InputError(
        `missing column: ${names.map(even).join(" / ")} (${file}, line ${line}; found: ${header.slice(0, 40).join(", ")}${hint})`,
        3,
      );
    },
  };
}

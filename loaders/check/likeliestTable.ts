import { CALLED } from "../contracts/called.ts";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { nameColumnsOf } from "../contracts/nameColumns.ts";

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const isCalled = (column: string, header: string): boolean =>
  plain(header) === plain(column) || (CALLED[column] ?? []).includes(plain(header));

/** The header of each column of a contract that a list of headers has, each header for the first column that it fits. */
function mapped(contract: Contract, header: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const column of [...Object.keys(contract.columns), ...Object.keys(nameColumnsOf(contract))]) {
    const name = header.find((one) => one !== "" && !Object.values(found).includes(one) && isCalled(column, one));
    if (name !== undefined) found[column] = name;
  }
  return found;
}

const codesNamed = (contract: Contract, columns: Record<string, string>): string[] =>
  Object.entries(nameColumnsOf(contract)).flatMap(([name, { stands }]) =>
    columns[name] && name !== "place" && name !== "postcode" && name !== "company" ? stands : [],
  );

/** Columns of which a key can be made, where the table has none of its own. */
export const keyParts = (contract: Contract, columns: Record<string, string>): string[] =>
  contract.table === "lectures" && columns.held_on
    ? [
        "held_on",
        ...(columns.school || columns.school_id ? ["school"] : []),
        ...(columns.lecturer_name || columns.lecturer_id ? ["lecturer"] : []),
      ]
    : [];

/** Required columns that neither a header nor a name tells. */
export function missingOf(contract: Contract, columns: Record<string, string>): string[] {
  const told = [
    ...Object.keys(columns),
    ...codesNamed(contract, columns),
    ...(keyParts(contract, columns).length > 1 ? contract.key : []),
  ];
  return Object.entries(contract.columns).flatMap(([name, { required }]) =>
    required && !told.includes(name) ? name : [],
  );
}

/** The table of which a header has most columns; null where it has fewer than three, or two tables as many. */
export function likeliest(header: readonly string[]): { contract: Contract; columns: Record<string, string> } | null {
  const found = contracts
    .map((contract) => ({ contract, columns: mapped(contract, header) }))
    .map((one) => ({ ...one, points: Object.keys(one.columns).length - missingOf(one.contract, one.columns).length }))
    .sort((a, b) => b.points - a.points);
  const [best, second] = found;
  return best && Object.keys(best.columns).length >= 3 && best.points > (second?.points ?? 0) ? best : null;
}

/** How much a list of names is like a header of any table. */
export const score = (names: string[]): number =>
  Math.max(...contracts.map((contract) => Object.keys(mapped(contract, names)).length));

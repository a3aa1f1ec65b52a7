import type { Contract } from "../contract.ts";
import { InputError } from "../errors.ts";
import { nearest } from "../guess.ts";
import { QUARANTINE_COLUMNS, unescapeFormula } from "../quarantine.ts";
import { headerName, type TextTable } from "../read/delimited.ts";

/** Rows of text cells under the contract's column names; `cells` are the original ones, for the quarantine. */
export interface ContractRows {
  columns: string[];
  records: { line: number; values: string[]; cells: string[] }[];
  /** Rows with more or fewer cells than the header. */
  misshapen: { line: number; cells: string[] }[];
  header: string[];
  ignored: string[];
}

/** A quarantine file that was corrected comes back with the reasons in front: those seven columns are dropped. */
function withoutReasons({ header, ...table }: TextTable): TextTable {
  if (QUARANTINE_COLUMNS.some((name, i) => header[i] !== name)) return { header, ...table };
  const drop = QUARANTINE_COLUMNS.length;
  return {
    ...table,
    header: header.slice(drop),
    records: table.records.map(({ line, cells }) => ({ line, cells: cells.slice(drop).map(unescapeFormula) })),
  };
}

/**
 * Our own CSV: headers are contract columns, or what `mapping` says they are called. The order is free and other columns are ignored.
 * Throws an `InputError` when a required column is missing or a header stands twice.
 */
export function canonical(
  table: TextTable,
  contract: Contract,
  mapping: Record<string, string>,
  file: string,
): ContractRows {
  const { header, records } = withoutReasons(table);
  const nameOf = (column: string) => headerName(mapping[column] ?? column);
  const found: { column: string; at: number }[] = [];
  for (const [column, { required }] of Object.entries(contract.columns)) {
    const at = header.indexOf(nameOf(column));
    if (at >= 0 && header.indexOf(nameOf(column), at + 1) >= 0)
      throw new InputError(`column stands twice: ${nameOf(column)} (${file}, line 1)`, 3);
    if (at >= 0) found.push({ column, at });
    else if (required || mapping[column]) {
      const guess = nearest(nameOf(column), header);
      const hint = guess ? `; did you mean ${guess}?` : "";
      throw new InputError(
        `missing column: ${nameOf(column)} (${file}, line 1; found: ${header.slice(0, 40).join(", ")}${hint})`,
        3,
      );
    }
  }
  const used = new Set(found.map(({ at }) => at));
  const isWhole = ({ cells }: { cells: string[] }) => cells.length === header.length;
  return {
    columns: found.map(({ column }) => column),
    records: records
      .filter(isWhole)
      .map(({ line, cells }) => ({ line, cells, values: found.map(({ at }) => cells[at] ?? "") })),
    misshapen: records.filter((record) => !isWhole(record)),
    header,
    ignored: header.filter((_, at) => !used.has(at)),
  };
}

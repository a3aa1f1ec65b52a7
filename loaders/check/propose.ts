import { stringify } from "yaml";
import type { Config, SourceConfig } from "../config/config.ts";
import { openTable } from "../read/open.ts";
import { keyParts, likeliest, missingOf, score } from "./likeliestTable.ts";
import { cellsOf, dateStyle, NOTHING, numberStyle, wordsOf } from "./writtenStyles.ts";

/** A source that the configuration does not have yet, as far as a file tells it. */
export interface Proposal {
  table: SourceConfig["table"];
  /** The keys of the source, without those that are as usual. */
  source: Record<string, unknown>;
  /** What the file does not tell, one line each; while there is any required column among it, the source cannot load. */
  untold: string[];
  isWhole: boolean;
  /** How much a list of names is like a header of any table. */
  score: (names: string[]) => number;
  /** Column of the contract → header, with some cells under it. */
  shown: { column: string; header: string; cells: string[] }[];
}

/**
 * What a file that no source reads is most likely: its table, columns, styles and words, told from all of its rows. Null where its header is like
 * that of no table. `config` says what other sources there are.
 */
export async function propose(
  config: Pick<Config, "sources">,
  path: string,
  file: string,
  sheet?: string,
): Promise<Proposal | null> {
  const table = await openTable(path, file, score, sheet === undefined ? {} : { sheet });
  const found = likeliest(table.header);
  if (!found) return null;
  const { contract, columns } = found;
  const cells = await cellsOf(table);
  for (const name of table.alike ?? [])
    for (const [header, more] of await cellsOf(await openTable(path, file, score, { sheet: name })))
      cells.get(header)?.push(...more);
  const untold: string[] = [];
  const values: Record<string, Record<string, string>> = {};
  const blanks = new Set<string>();
  const dateCells: string[] = [];
  const numberCells: string[] = [];
  for (const [column, header] of Object.entries(columns)) {
    const own = cells.get(header) ?? [];
    const kind = contract.columns[column]?.cell.kind;
    if (kind === "date" || kind === "moment") dateCells.push(...own);
    if (kind === "integer" || kind === "decimal") numberCells.push(...own);
    if (kind && ["date", "moment", "integer", "decimal"].includes(kind))
      for (const cell of own) if (NOTHING.test(cell)) blanks.add(cell);
    if (kind !== "choice") continue;
    const allowed = (contract.columns[column]?.cell.expects.en ?? "").replace("one of: ", "").split(", ");
    const words = wordsOf(column, own, allowed);
    if (Object.keys(words.values).length > 0) values[column] = words.values;
    if (words.unknown.length > 0)
      untold.push(`${column}: what do these words of ${header} mean: ${words.unknown.slice(0, 8).join(", ")}`);
  }
  const missing = missingOf(contract, columns);
  for (const name of missing)
    untold.push(
      `${name}: no column for it (${contract.columns[name]?.en}); map one under columns, or give it under constants`,
    );
  const { dates, isSure } = dateStyle(dateCells);
  if (!isSure) untold.push("dates: each day could be a month; read as day/month");
  const numbers = numberStyle(numberCells);
  const key = columns[contract.key[0] ?? ""] === undefined ? keyParts(contract, columns) : [];
  const hasLecturers = Object.values(config.sources).some((one) => one.table === "lecturers");
  const source: Record<string, unknown> = {
    ...{ table: contract.table, format: "columns", file },
    ...(sheet !== undefined ? { sheet } : {}),
    ...(numbers ? { numbers } : {}),
    ...(dates ? { dates } : {}),
    ...(blanks.size > 0 ? { blanks: [...blanks] } : {}),
    ...(key.length > 1 ? { key_from: key } : {}),
    ...(columns.lecturer_name && !hasLecturers && contract.table !== "lecturers" ? { creates: ["lecturers"] } : {}),
    columns,
    ...(Object.keys(values).length > 0 ? { values } : {}),
  };
  return {
    ...{ table: contract.table, source, untold, isWhole: missing.length === 0, score },
    shown: Object.entries(columns).map(([column, header]) => ({
      column,
      header,
      cells: [...new Set(cells.get(header))].slice(0, 4),
    })),
  };
}

/** The source as it would stand under `sources:`; what is not told stands behind it as a remark, and a source that cannot load is a remark as a whole. */
export function proposalText(name: string, { source, untold, isWhole }: Proposal): string {
  const lines = stringify({ [name]: source }, { lineWidth: 0 })
    .trimEnd()
    .split("\n");
  return [
    ...untold.map((line) => `  # not told: ${line}`),
    ...lines.map((line) => `  ${isWhole ? "" : "# "}${line}`),
  ].join("\n");
}

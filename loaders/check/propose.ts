import { stringify } from "yaml";
import type { Config, SourceConfig } from "../config/config.ts";
import { CALLED, SAID } from "../contracts/called.ts";
import { BLANKS } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { nameColumnsOf } from "../contracts/nameColumns.ts";
import { openTable } from "../read/open.ts";
import type { TextTable } from "../read/textTable.ts";

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

const keyParts = (contract: Contract, columns: Record<string, string>): string[] =>
  contract.table === "lectures" && columns.held_on
    ? [
        "held_on",
        ...(columns.school || columns.school_id ? ["school"] : []),
        ...(columns.lecturer_name || columns.lecturer_id ? ["lecturer"] : []),
      ]
    : [];

function missingOf(contract: Contract, columns: Record<string, string>): string[] {
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
function likeliest(header: readonly string[]): { contract: Contract; columns: Record<string, string> } | null {
  const found = contracts
    .map((contract) => ({ contract, columns: mapped(contract, header) }))
    .map((one) => ({ ...one, points: Object.keys(one.columns).length - missingOf(one.contract, one.columns).length }))
    .sort((a, b) => b.points - a.points);
  const [best, second] = found;
  return best && Object.keys(best.columns).length >= 3 && best.points > (second?.points ?? 0) ? best : null;
}

const score = (names: string[]): number =>
  Math.max(...contracts.map((contract) => Object.keys(mapped(contract, names)).length));

/** The cells under each header, those that hold something. */
async function cellsOf(table: TextTable): Promise<Map<string, string[]>> {
  const cells = new Map<string, string[]>(table.header.map((name) => [name, []]));
  for await (const portion of table.records())
    for (const record of portion)
      table.header.forEach((name, at) => {
        const cell = record.cells[at]?.trim() ?? "";
        if (!BLANKS.includes(cell)) cells.get(name)?.push(cell);
      });
  return cells;
}

function dateStyle(cells: string[]): { dates?: SourceConfig["dates"]; isSure: boolean } {
  const days = cells.flatMap((cell) => {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(cell);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  if (days.length === 0)
    return cells.some((cell) => /\d{1,2}[- ][a-z]{3,}/i.test(cell)) ? { dates: "dmy", isSure: true } : { isSure: true };
  const isDmy = days.some(([first]) => first > 12);
  const isMdy = days.some(([, second]) => second > 12);
  return { dates: isMdy && !isDmy ? "mdy" : "dmy", isSure: isDmy !== isMdy };
}

function numberStyle(cells: string[]): SourceConfig["numbers"] | null {
  const amounts = cells.map((cell) => cell.replace(/[€()\s]|EUR/gi, ""));
  if (amounts.some((cell) => /^-?[\d.]*\d,\d{1,2}$/.test(cell))) return "dutch";
  if (amounts.some((cell) => /^-?[\d,]*\d\.\d{1,2}$/.test(cell)))
    return amounts.some((cell) => cell.includes(",")) ? "english" : null;
  return amounts.some((cell) => /^-?\d{1,3}(\.\d{3})+$/.test(cell)) ? "dutch" : null;
}

/** What the words under a header mean, and those of which it is not known. */
function wordsOf(
  column: string,
  cells: string[],
  allowed: readonly string[],
): { values: Record<string, string>; unknown: string[] } {
  const values: Record<string, string> = {};
  const unknown: string[] = [];
  for (const word of new Set(cells)) {
    if (allowed.includes(word.toLowerCase())) continue;
    const meant = Object.entries(SAID[column] ?? {}).find(([, words]) => words.includes(word.toLowerCase()))?.[0];
    if (meant) values[word] = meant;
    else unknown.push(word);
  }
  return { values, unknown };
}

/** Texts that stand for nothing where a number or day is. */
const NOTHING = /^(\?+|x|nvt|n\/a|onbekend|geen|te bepalen|tbd)$/i;

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

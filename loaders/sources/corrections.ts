import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import type { Config } from "../config/config.ts";
import { BLANKS, date } from "../contracts/cells.ts";
import { contracts } from "../contracts/index.ts";
import { InputError, nearest } from "../errors.ts";
import { headersOf } from "../formats/headers.ts";
import { openTable } from "../read/open.ts";
import type { TextTable } from "../read/textTable.ts";

const tables = contracts.map(({ table }) => table);
const hint = (name: string, known: readonly string[]) => {
  const guess = nearest(name, known);
  return guess ? ` (did you mean ${guess}?)` : "";
};
const isDay = (text: string) => text !== "" && date().zod.safeParse(text).success;

const Listed = z.strictObject({
  table: z.enum(tables, {
    error: ({ input }) => `no table of ours: ${input || "(blank)"}${hint(String(input), tables)}`,
  }),
  /** The key of the row, its columns parted by `|`, as the file writes it or as it is loaded. */
  key: z.string().min(1, "a correction has the key of its row"),
  column: z.string().min(1, "a correction has a column"),
  /** As the file writes it, or as it is loaded. */
  old_value: z.string(),
  /** As it is loaded: plain numbers, ISO dates. */
  new_value: z.string(),
  reason: z.string().min(1, "a correction has a reason"),
  reported_on: z.string().refine(isDay, { error: ({ input }) => `not a day yyyy-mm-dd: ${input || "(blank)"}` }),
});
const COLUMNS = Object.keys(Listed.shape);

/** A listed correction, with the place where it is listed. */
export interface Correction extends z.infer<typeof Listed> {
  file: string;
  line: number;
}

const plain = (text: string) => (BLANKS.includes(text) ? "" : text);

/** One record of the list as a correction. Throws an `InputError` with what is wrong and where. */
function correctionOf(file: string, line: number, header: string[], cells: string[]): Correction {
  const place = `(${file}, line ${line})`;
  if (cells.length !== header.length)
    throw new InputError(`${cells.length} cells under a header of ${header.length} ${place}`, 2);
  const named = header.map((name, at) => [name.toLowerCase(), cells[at] ?? ""] as const);
  const { success, data, error } = Listed.safeParse(Object.fromEntries(named.filter(([name]) => name !== "")));
  if (!success) {
    const issue = error.issues[0];
    throw new InputError(`${issue?.path.join(".") || "correction"}: ${issue?.message} ${place}`, 2);
  }
  const { key, columns } = contracts.find(({ table }) => table === data.table) ?? { key: [], columns: {} };
  if (!Object.hasOwn(columns, data.column))
    throw new InputError(
      `unknown column of ${data.table}: ${data.column}${hint(data.column, Object.keys(columns))} ${place}`,
      2,
    );
  if (data.key.split("|").length < key.length)
    throw new InputError(`key: ${data.table} has the key ${key.join("|")}; found: ${data.key} ${place}`, 2);
  return { ...data, old_value: plain(data.old_value), new_value: plain(data.new_value), file, line };
}

/** True for a list that holds its header and nothing else. */
const isEmptyList = (path: string): boolean => {
  const text = readFileSync(path, "latin1").replaceAll("\0", "");
  return COLUMNS.every((name) => text.includes(name));
};

/** The list as text cells, read as any export is; null when it has no corrections yet. */
async function openList(path: string, file: string): Promise<TextTable | null> {
  try {
    return await openTable(path, file, (names) => names.filter((name) => COLUMNS.includes(name)).length, {});
  } catch (error) {
    if (error instanceof InputError && error.message.startsWith("no rows under the header") && isEmptyList(path))
      return null;
    throw error;
  }
}

async function readList(path: string, file: string): Promise<Correction[]> {
  const list = await openList(path, file);
  if (!list) return [];
  const { header, headerLine } = list;
  const { cell } = headersOf(list);
  for (const name of COLUMNS) cell(name);
  const unknown = header.find((name) => name !== "" && !COLUMNS.includes(name.toLowerCase()));
  if (unknown !== undefined) throw new InputError(`unknown column: ${unknown} (${file}, line ${headerLine})`, 2);
  const corrections: Correction[] = [];
  for await (const portion of list.records())
    for (const { line, cells } of portion) {
      const trimmed = cells.map((text) => text?.trim() ?? "");
      if (trimmed.some((text) => text !== "")) corrections.push(correctionOf(file, line, header, trimmed));
    }
  return corrections;
}

/** The corrections that the configuration names, or none. Throws an `InputError` with file, line and reason. */
export async function readCorrections(config: Config): Promise<Correction[]> {
  if (!config.corrections) return [];
  try {
    return await readList(resolve(dirname(config.path), config.corrections), config.corrections);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isPlaced = / line \d+\)$/.test(error.message);
    throw new InputError(isPlaced ? error.message : `${error.message} (corrections)`, 2);
  }
}

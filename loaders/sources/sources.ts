import { statSync } from "node:fs";
import { type Config, placesOf, type SourceConfig } from "../config/config.ts";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { InputError, named } from "../errors.ts";
import { canonicalFormat } from "../formats/columns.ts";
import { type Format, isPersonal, type ShapeOptions, type Shaping } from "../formats/format.ts";
import { knownFormats } from "../formats/index.ts";
import { totalRules } from "../formats/totals.ts";
import { openTable } from "../read/open.ts";
import { headerName, inputNames, type TextTable } from "../read/textTable.ts";
import type { Correction } from "./corrections.ts";
import { dayInName } from "./dayInName.ts";
import { ownHeaders, withoutReasons } from "./mended.ts";

/** One file of a source, opened and shaped for its contract; its rows are not judged yet. */
export interface SourceFile {
  source: string;
  config: SourceConfig;
  contract: Contract;
  format: Format;
  /** Path as the configuration writes it, or address without what may be secret in it. */
  file: string;
  /** The day that the file speaks of: as declared, or found in its name; files without one come first. */
  dated: string | null;
  table: TextTable;
  /** As the format gives it; the listed corrections of its table are put in when its rows are judged. */
  shaping: Shaping;
  corrections: Correction[];
  /** What should be known of the file, such as that an earlier copy was taken because a server was down. */
  note?: string | undefined;
  /** To be called once the load stands: what a server sent becomes the last good copy. */
  accept?: (() => void) | undefined;
}

const shapeOptions = (config: SourceConfig): ShapeOptions => {
  const { columns, constants, values, blanks, numbers, dates, key_from, options } = config;
  return { columns, constants, values, blanks, numbers, dates, key_from, options };
};

/** How much a list of names is like the header of a source: the names that its contract, mapping and format know. */
function scoreOf(contract: Contract, format: Format, config: SourceConfig) {
  const known = new Set([...Object.keys(contract.columns), ...Object.values(config.columns).map(headerName)]);
  const score = (names: string[]) =>
    names.filter((name) => known.has(name)).length + (format.recognises(names) ? 100 : 0);
  return (names: string[]) => score(ownHeaders(names));
}

/** Opens one file of a source. Throws an `InputError` that names it when it is refused as a whole. */
export async function openSource(
  source: string,
  config: SourceConfig,
  path: string,
  file: string,
  corrections: Correction[] = [],
): Promise<SourceFile> {
  const contract = contracts.find(({ table }) => table === config.table);
  const format = knownFormats[config.format];
  if (!contract || !format) throw new Error(`unknown table or format: ${config.table}, ${config.format}`);
  if (!format.tables.includes(contract.table))
    throw new InputError(
      `format ${format.id} does not fill ${contract.table}: it fills ${format.tables.join(", ")} (source ${source})`,
      2,
    );
  try {
    if (statSync(path).isDirectory()) throw new InputError(`a folder where a file is expected: ${file}`, 3);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(code === "ENOENT" ? `missing file: ${file}` : `unreadable file: ${file} (${code})`, 3);
  }
  // Our own tables hold plain numbers, whatever is declared.
  const numbers = format === canonicalFormat ? "plain" : config.numbers;
  const table = withoutReasons(
    await openTable(path, file, scoreOf(contract, format, config), { ...config, hasDecimalComma: numbers === "dutch" }),
  );
  const header = table.header.filter((name) => !isPersonal(format, name));
  const dated = config.dated ?? dayInName(file);
  const head = { ...table, header, ...(dated ? { day: dated } : {}) };
  const shaped = format.shape(head, contract, { ...shapeOptions(config), numbers });
  const shaping = { ...shaped, ...totalRules(inputNames(header), contract, shaped) };
  return {
    ...{ source, config, contract, format, file, dated, table, shaping },
    corrections: corrections.filter((one) => one.table === contract.table),
  };
}

/** Headers that no contract column took, for one of them may be misspelt; formats of other makers carry many, and say nothing. */
export function ignoredHeaders({ table, shaping, format }: SourceFile): string[] {
  if (format.id !== "canonical" && format.id !== "columns") return [];
  const used = [...Object.values(shaping.texts), ...Object.values(shaping.names ?? {})].join(" ");
  return table.header.filter((name) => name !== "" && !used.includes(`"in:${name.replaceAll('"', '""')}"`));
}

const byName = new Intl.Collator("en", { numeric: true }).compare;

/** The files of a source by name, `u9` before `u10`. */
async function openFiles(
  config: Config,
  source: string,
  one: SourceConfig,
  corrections: Correction[],
): Promise<SourceFile[]> {
  const files = [];
  for (const { path, file, note, accept } of await placesOf(config, one)) {
    const first = await openSource(source, one, path, file, corrections);
    const { alike, sheets = [], encoding } = first.table;
    const others = sheets.filter((name) => name !== encoding.replace("xlsx, ", "") && !alike?.includes(name));
    const unread =
      others.length > 0 && one.sheet === undefined ? `sheets not read: ${others.join(", ")} (${file})` : "";
    const told = [note, unread].filter(Boolean).join("; ");
    files.push({
      ...first,
      ...(alike ? { file: `${file}, ${encoding.replace("xlsx, ", "")}` } : {}),
      note: told,
      accept,
    });
    for (const sheet of alike ?? [])
      files.push({
        ...(await openSource(source, { ...one, sheet }, path, file, corrections)),
        file: `${file}, ${sheet}`,
      });
  }
  return files.sort((a, b) => byName(a.file, b.file));
}

const byDay = (a: SourceFile, b: SourceFile) => ((a.dated ?? "") < (b.dated ?? "") ? -1 : Number(a.dated !== b.dated));

/**
 * Opens every source, each table after those it refers to; the files of a table by the day they speak of, those without one first, then as the
 * configuration lists their sources. Throws one `InputError` that lists every file that is refused.
 */
export async function openSources(config: Config, corrections: Correction[]): Promise<SourceFile[]> {
  const refused: InputError[] = [];
  const files: SourceFile[] = [];
  for (const { table } of contracts) {
    const own: SourceFile[] = [];
    for (const [name, one] of Object.entries(config.sources).filter(([, { table: fills }]) => fills === table))
      try {
        own.push(...(await named(name, () => openFiles(config, name, one, corrections))));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused.push(error);
      }
    files.push(...own.sort(byDay));
  }
  const [first] = refused;
  if (first) throw new InputError(refused.map(({ message }) => message).join("\n"), first.status);
  return files;
}

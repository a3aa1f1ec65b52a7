import { statSync } from "node:fs";
import { type Config, placesOf, type SourceConfig } from "./config.ts";
import type { Contract } from "./contract.ts";
import { contracts } from "./contracts/index.ts";
import { type Correction, corrected } from "./corrections.ts";
import { InputError, named } from "./errors.ts";
import { type Format, isPersonal, type ShapeOptions, type Shaping } from "./formats/format.ts";
import { knownFormats } from "./formats/index.ts";
import { QUARANTINE_COLUMNS, unescapeFormula } from "./quarantine.ts";
import { openTable } from "./read/open.ts";
import { headerName, type TextTable } from "./read/textTable.ts";

/** One file of a source, opened and shaped for its contract; its rows are not judged yet. */
export interface SourceFile {
  source: string;
  config: SourceConfig;
  contract: Contract;
  format: Format;
  /** Path or address as the configuration writes it. */
  file: string;
  /** The day that the file speaks of: as declared, or found in its name; files without one come first. */
  dated: string | null;
  table: TextTable;
  shaping: Shaping;
  /** The shaping before corrections were put in, and the columns that some correction is about. */
  uncorrected: Shaping;
  correctedColumns: string[];
  /** What should be known of the file, such as that an earlier copy was taken because a server was down. */
  note?: string | undefined;
}

/** A quarantine file that was mended comes back with the reasons in front: those columns are dropped. */
function withoutReasons(table: TextTable): TextTable {
  if (QUARANTINE_COLUMNS.some((name, i) => table.header[i] !== name)) return table;
  const drop = QUARANTINE_COLUMNS.length;
  return {
    ...table,
    header: table.header.slice(drop),
    direct: null,
    records: async function* () {
      for await (const portion of table.records())
        yield portion.map(({ line, cells }) => ({
          line,
          cells: cells.slice(drop).map((cell) => (cell === null ? null : unescapeFormula(cell))),
        }));
    },
  };
}

const DAY_IN_NAME = /(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const dayInName = (file: string): string | null => {
  const [, year, month, day] = DAY_IN_NAME.exec(file) ?? [];
  return year ? `${year}-${month}-${day}` : null;
};

const shapeOptions = ({ columns, constants, values, blanks, numbers, dates, options }: SourceConfig): ShapeOptions => ({
  ...{ columns, constants, values, blanks, numbers, dates, options },
});

/** How much a list of names is like the header of a source: the names that its contract, mapping and format know. */
function scoreOf(contract: Contract, format: Format, config: SourceConfig) {
  const known = new Set([...Object.keys(contract.columns), ...Object.values(config.columns).map(headerName)]);
  return (names: string[]) => names.filter((name) => known.has(name)).length + (format.recognises(names) ? 100 : 0);
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
  const table = withoutReasons(await openTable(path, file, scoreOf(contract, format, config), config));
  const header = table.header.filter((name) => !isPersonal(format, name));
  const dated = config.dated ?? dayInName(file);
  // The numbers of a workbook are numbers, whatever style its texts have.
  const numbers = table.encoding.startsWith("xlsx") ? "plain" : config.numbers;
  const uncorrected = format.shape({ ...table, header, ...(dated ? { day: dated } : {}) }, contract, {
    ...shapeOptions(config),
    numbers,
  });
  const own = corrections.filter((one) => one.table === contract.table);
  return {
    ...{ source, config, contract, format, file, dated, table, uncorrected },
    shaping: own.length > 0 ? corrected(uncorrected, contract, own) : uncorrected,
    correctedColumns: [...new Set(own.map(({ column }) => column))],
  };
}

/** Headers that no contract column took, for one of them may be misspelt; formats of other makers carry many, and say nothing. */
export function ignoredHeaders({ table, shaping, format }: SourceFile): string[] {
  if (format.id !== "canonical" && format.id !== "columns") return [];
  const used = Object.values(shaping.texts).join(" ");
  return table.header.filter((name) => name !== "" && !used.includes(`"in:${name.replaceAll('"', '""')}"`));
}

/** The files of a source, oldest first: by the day they speak of, else by name. */
async function openFiles(
  config: Config,
  source: string,
  one: SourceConfig,
  corrections: Correction[],
): Promise<SourceFile[]> {
  const files = [];
  for (const { path, file, note } of await placesOf(config, one))
    files.push({ ...(await openSource(source, one, path, file, corrections)), note });
  return files.sort((a, b) => (a.dated ?? "").localeCompare(b.dated ?? "") || a.file.localeCompare(b.file));
}

/** Opens every source, each table after those it refers to. Throws one `InputError` that lists every file that is refused. */
export async function openSources(config: Config, corrections: Correction[]): Promise<SourceFile[]> {
  const refused: InputError[] = [];
  const files: SourceFile[] = [];
  for (const { table } of contracts)
    for (const [name, one] of Object.entries(config.sources).filter(([, { table: fills }]) => fills === table))
      try {
        files.push(...(await named(name, () => openFiles(config, name, one, corrections))));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused.push(error);
      }
  const [first] = refused;
  if (first) throw new InputError(refused.map(({ message }) => message).join("\n"), first.status);
  return files;
}

import { dirname, relative, resolve } from "node:path";
import { type Config, placesOf, type SourceConfig } from "../config/config.ts";
import { contracts } from "../contracts/index.ts";
import { InputError } from "../errors.ts";
import { canonicalFormat } from "../formats/columns.ts";
import { hasAll } from "../formats/headers.ts";
import { guessFormat, knownFormats } from "../formats/index.ts";
import { expand } from "../read/glob.ts";
import { openTable } from "../read/open.ts";
import type { Correction } from "../sources/corrections.ts";
import { QUARANTINE_COLUMNS } from "../sources/mended.ts";
import { openSource, type SourceFile } from "../sources/sources.ts";
import { proposalText, propose } from "./propose.ts";
import { sourceSnippet } from "./sourceSnippet.ts";

/** A file with the source that it is checked as. */
export interface FoundSource {
  file: SourceFile;
  /** How it was found, for the screen. */
  how: string;
  /** What to paste into the configuration before the file loads, where no source of it reads the file. */
  snippet: string | null;
}

/** The configuration has no source for a file whose format needs one: `snippet` is what to paste. */
export class SourceNeeded extends InputError {
  constructor(
    message: string,
    readonly format: string,
    readonly snippet: string,
    /** Whether the snippet is what the file is most likely, and not what a known format asks for. */
    readonly isProposed = false,
  ) {
    super(message, 2);
  }
}

const requiredOf = (table: string): string[] =>
  Object.entries(contracts.find((contract) => contract.table === table)?.columns ?? {})
    .filter(([, { required }]) => required)
    .map(([name]) => name);

/** True when a source names this file; a source with an address is not asked for. */
const isAmong = async (config: Config, one: SourceConfig, path: string): Promise<boolean> =>
  !/^https?:/.test(one.file) &&
  (await placesOf(config, one).catch(() => [])).some((place) => place.path === resolve(path));

/** The header of a file that nothing is known of, and where it stands when that is not at the top; a quarantine file comes without its reasons. */
async function headerOf(config: Config, path: string): Promise<{ header: string[]; place: string }> {
  expand(path, process.cwd());
  const mapped = Object.values(config.sources).map(({ columns }) => Object.values(columns));
  const known = new Set([...contracts.flatMap(({ columns }) => Object.keys(columns)), ...mapped.flat()]);
  const score = (names: string[]) =>
    names.filter((name) => known.has(name)).length + (guessFormat(names).length > 0 ? 100 : 0);
  const { header, headerLine, encoding, sheets } = await openTable(path, path, score, {});
  const isHeld = QUARANTINE_COLUMNS.every((name, i) => header[i] === name);
  const place = [
    ...(headerLine > 1 ? [`line ${headerLine}`] : []),
    ...(sheets
      ? [`sheet ${encoding.replace("xlsx, ", "")} of ${sheets.join(", ")}; another one is named by sheet:`]
      : []),
  ].join(", ");
  return { header: isHeld ? header.slice(QUARANTINE_COLUMNS.length) : [...header], place: place && ` (${place})` };
}

const isMapped = ({ format }: SourceConfig) => format === "canonical" || format === "columns";

/** The file as each source whose format or mapping the header fits. */
async function fittingSources(
  config: Config,
  path: string,
  header: string[],
  corrections: Correction[],
): Promise<SourceFile[]> {
  const fitting: SourceFile[] = [];
  for (const [source, one] of Object.entries(config.sources)) {
    const wanted = requiredOf(one.table).filter((name) => one.constants[name] === undefined);
    const isAlike = isMapped(one)
      ? hasAll(header, ...wanted.map((name) => one.columns[name] ?? name))
      : knownFormats[one.format]?.recognises(header);
    if (!isAlike) continue;
    try {
      fitting.push(await openSource(source, one, path, path, corrections));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return fitting;
}

/** The one format that can read the header, and the table that it fills; of our own tables, the one that shares most columns. */
function recognised(header: string[]): { format: string; table: string } | null {
  const [first, ...more] = guessFormat(header).filter((format) => format !== canonicalFormat);
  if (first && more.length === 0 && first.tables.length === 1)
    return { format: first.id, table: first.tables[0] ?? "" };
  if (first) return null;
  const tables = contracts
    .filter(({ table }) => hasAll(header, ...requiredOf(table)))
    .map(({ table, columns }) => ({
      table,
      shared: Object.keys(columns).filter((name) => hasAll(header, name)).length,
    }))
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = tables;
  return best && best.shared !== second?.shared ? { format: canonicalFormat.id, table: best.table } : null;
}

/** Opens a file as its source; one whose columns are not there is told what its header looks like. */
async function openAs(
  config: Config,
  path: string,
  source: string,
  one: SourceConfig,
  corrections: Correction[],
): Promise<SourceFile> {
  try {
    return await openSource(source, one, path, path, corrections);
  } catch (error) {
    if (!(error instanceof InputError) || !error.message.startsWith("missing column")) throw error;
    const other = recognised((await headerOf(config, path)).header)?.format;
    throw other && other !== one.format
      ? new InputError(
          `${error.message}\nits header is that of another format: ${other}; set it as format of source ${source} (${config.path})`,
          error.status,
        )
      : error;
  }
}

/** The source that a file belongs to: by name, by its path, by the only source that fits its header, else by the format that knows its header. */
export async function findSource(
  config: Config,
  path: string,
  corrections: Correction[],
  name?: string,
): Promise<FoundSource> {
  const entries = Object.entries(config.sources);
  const names = entries.map(([source]) => source).join(", ");
  for (const [source, one] of entries)
    if (name ? source === name : await isAmong(config, one, path))
      return {
        file: await openAs(config, path, source, one, corrections),
        how: `source ${source}`,
        snippet: null,
      };
  if (name) throw new InputError(`unknown source: ${name} (${config.path} has: ${names})`, 2);
  const { header, place } = await headerOf(config, path);
  const [fitting, ...others] = await fittingSources(config, path, header, corrections);
  if (fitting && others.length > 0)
    throw new InputError(
      `which source is this? ${path}: its header fits ${[fitting, ...others].map(({ source }) => source).join(" and ")}; say --source with one of them`,
      2,
    );
  if (fitting) {
    const how = isMapped(fitting.config) ? "mapping" : "options";
    return {
      file: fitting,
      how: `guessed from its header, with the ${how} of source ${fitting.source}`,
      snippet: null,
    };
  }
  const found = recognised(header);
  if (!found) {
    const own = relative(dirname(resolve(config.path)), resolve(path)).replaceAll("\\", "/");
    const proposal = await propose(config, path, own);
    if (proposal)
      throw new SourceNeeded(
        `no source reads this file yet: ${path}; paste the lines above into ${config.path}, or run npm run adopt -- ${path}`,
        `a table of ${proposal.table}`,
        proposalText(proposal.table, proposal),
        true,
      );
    const shown = header.length > 8 ? `${header.slice(0, 8).join(", ")}, …` : header.join(", ");
    throw new InputError(
      `which source is this? ${path}: no source and no format has the header ${shown}${place}; say --source with one of ${names}, or map its columns in ${config.path}`,
      2,
    );
  }
  const { file, missing, snippet } = await sourceSnippet(config, found, path, header, corrections);
  if (!file) throw new SourceNeeded(missing.join("\n"), found.format, snippet);
  return { file, how: "guessed from its header", snippet };
}

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { type Config, type SourceConfig, sourcePath } from "./config.ts";
import type { Contract } from "./contract.ts";
import { contracts } from "./contracts/index.ts";
import { InputError } from "./errors.ts";
import type { ContractRows } from "./formats/canonical.ts";
import { formats } from "./formats/index.ts";
import { readDelimited } from "./read/delimited.ts";

/** One export, read and put under the columns of its contract; its rows are not judged yet. */
export interface SourceFile {
  source: string;
  config: SourceConfig;
  contract: Contract;
  /** Path as the configuration writes it. */
  file: string;
  sha256: string;
  bytes: number;
  encoding: string;
  rows: ContractRows;
}

function readBytes(path: string, shown: string): Uint8Array {
  try {
    if (statSync(path).isDirectory()) throw new InputError(`a folder where a file is expected: ${shown}`, 3);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(code === "ENOENT" ? `missing file: ${shown}` : `unreadable file: ${shown} (${code})`, 3);
  }
}

/** Reads one source. Throws an `InputError` that names the file when it is refused as a whole. */
export function readSource(source: string, config: SourceConfig, path: string): SourceFile {
  const contract = contracts.find(({ table }) => table === config.table);
  if (!contract) throw new Error(`unknown table: ${config.table}`);
  const content = readBytes(path, config.file);
  const known = new Set(Object.keys(contract.columns).map((name) => config.columns[name] ?? name));
  const table = readDelimited(content, config.file, known);
  return {
    source,
    config,
    contract,
    file: config.file,
    sha256: createHash("sha256").update(content).digest("hex"),
    bytes: content.length,
    encoding: table.encoding,
    rows: formats[config.format](table, contract, config.columns, config.file),
  };
}

/** Reads every source, each after those its contract refers to. Throws one `InputError` that lists every source that is refused. */
export function readSources(config: Config): SourceFile[] {
  const refused: string[] = [];
  const files: SourceFile[] = [];
  for (const { table } of contracts)
    for (const [name, source] of Object.entries(config.sources).filter(([, source]) => source.table === table))
      try {
        files.push(readSource(name, source, sourcePath(config, source)));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused.push(`${error.message} (source ${name})`);
      }
  if (refused.length > 0) throw new InputError(refused.join("\n"), 3);
  return files;
}

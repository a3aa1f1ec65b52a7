import { resolve } from "node:path";
import { type Config, type SourceConfig, sourcePath } from "./config.ts";
import { contracts } from "./contracts/index.ts";
import { InputError } from "./errors.ts";
import { type Judged, judge, parametersOf } from "./judge.ts";
import { createSchema } from "./schema.ts";
import { readSource } from "./sources.ts";
import { openWarehouse } from "./warehouse.ts";

export type CheckedSource = Judged;

/** The source that a file belongs to: by name, by its path in the configuration, else by being the only table it fits. */
function findSource(config: Config, path: string, name?: string): [string, SourceConfig] {
  const entries = Object.entries(config.sources);
  const found = name
    ? entries.find(([source]) => source === name)
    : entries.find(([, source]) => sourcePath(config, source) === resolve(path));
  if (found) return found;
  const names = entries.map(([source]) => source).join(", ");
  if (name) throw new InputError(`unknown source: ${name} (${config.path} has: ${names})`, 2);
  const fitting = entries.filter(([source, one]) => {
    try {
      readSource(source, { ...one, file: path }, path);
      return true;
    } catch {
      return false;
    }
  });
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  // A file that cannot be read at all says so itself when it is read as any source.
  if (fitting.length === 0 && entries[0]) {
    const [source, one] = entries[0];
    try {
      readSource(source, { ...one, file: path }, path);
    } catch (error) {
      if (error instanceof InputError && !error.message.startsWith("missing column")) throw error;
    }
  }
  throw new InputError(`which source is this? ${path}: say --source with one of ${names}`, 2);
}

/** The tables that a table refers to, directly and through others. */
function referred(table: string, seen = new Set<string>()): Set<string> {
  for (const reference of contracts.find((contract) => contract.table === table)?.references ?? [])
    if (!seen.has(reference.table)) referred(reference.table, seen.add(reference.table));
  return seen;
}

/** Judges one export against its contract and the tables it refers to, in memory: nothing is changed. */
export async function checkFile(
  config: Config,
  path: string,
  reference: string,
  name?: string,
): Promise<CheckedSource> {
  const [source, sourceConfig] = findSource(config, path, name);
  const file = readSource(source, { ...sourceConfig, file: path }, path);
  const others = referred(file.contract.table);
  const warehouse = await openWarehouse(":memory:");
  try {
    await createSchema(warehouse, parametersOf(config, "check"), reference);
    for (const { table } of contracts.filter((contract) => others.has(contract.table)))
      for (const [other, one] of Object.entries(config.sources).filter(([, { table: fills }]) => fills === table))
        await judge(warehouse, readSource(other, one, sourcePath(config, one)), "check");
    return await judge(warehouse, file, "check");
  } finally {
    warehouse.close();
  }
}

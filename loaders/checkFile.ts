import { resolve } from "node:path";
import { type Config, placesOf, type SourceConfig } from "./config.ts";
import { contracts } from "./contracts/index.ts";
import { InputError } from "./errors.ts";
import { filesByTable, type Judged, judgeTable, parametersOf } from "./judge.ts";
import { createSchema } from "./schema.ts";
import { openSource } from "./sources.ts";
import { openWarehouse } from "./warehouse.ts";

/** True when a source names this file; a source with an address is not asked for. */
const isAmong = async (config: Config, one: SourceConfig, path: string): Promise<boolean> =>
  !/^https?:/.test(one.file) &&
  (await placesOf(config, one).catch(() => [])).some((place) => place.path === resolve(path));

/** The source that a file belongs to: by name, by its path in the configuration, else by being the only one whose format it fits. */
async function findSource(config: Config, path: string, name?: string): Promise<[string, SourceConfig]> {
  const entries = Object.entries(config.sources);
  const names = entries.map(([source]) => source).join(", ");
  for (const [source, one] of entries) {
    if (name ? source !== name : !(await isAmong(config, one, path))) continue;
    return [source, one];
  }
  if (name) throw new InputError(`unknown source: ${name} (${config.path} has: ${names})`, 2);
  const fitting: [string, SourceConfig][] = [];
  for (const [source, one] of entries)
    try {
      await openSource(source, one, path, path);
      fitting.push([source, one]);
    } catch (error) {
      // What is wrong with the file itself is wrong for every source.
      if (error instanceof InputError && !/^(missing column|missing option|format )/.test(error.message)) throw error;
    }
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  throw new InputError(`which source is this? ${path}: say --source with one of ${names}`, 2);
}

/** The tables that a table refers to, directly and through others. */
function referred(table: string, seen = new Set<string>()): Set<string> {
  for (const reference of contracts.find((contract) => contract.table === table)?.references ?? [])
    if (!seen.has(reference.table)) referred(reference.table, seen.add(reference.table));
  return seen;
}

/** Judges one export against its contract and the tables it refers to, in memory: nothing is changed. */
export async function checkFile(config: Config, path: string, reference: string, name?: string): Promise<Judged> {
  const [source, sourceConfig] = await findSource(config, path, name);
  const file = await openSource(source, sourceConfig, path, path);
  const others = referred(file.contract.table);
  const needed = Object.entries(config.sources).filter(([, { table }]) => others.has(table));
  const warehouse = await openWarehouse(":memory:");
  try {
    await createSchema(warehouse, parametersOf(config, "check"), reference);
    for (const group of await filesByTable({ ...config, sources: Object.fromEntries(needed) }))
      await judgeTable(warehouse, group, "check");
    const [judged] = await judgeTable(warehouse, [file], "check");
    if (!judged) throw new Error(`nothing was judged: ${path}`);
    return judged;
  } finally {
    warehouse.close();
  }
}

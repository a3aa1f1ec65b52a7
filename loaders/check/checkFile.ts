import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, placesOf, replacedReferences } from "../config/config.ts";
import { contracts } from "../contracts/index.ts";
import { InputError } from "../errors.ts";
import { storeCorrections } from "../judge/correctRows.ts";
import { filesByTable, type Judged, judgeTable, parametersOf } from "../judge/judge.ts";
import { createSchema } from "../models/schema.ts";
import { readAliases } from "../names/aliases.ts";
import { setUpNames } from "../names/setUp.ts";
import { type Correction, readCorrections } from "../sources/corrections.ts";
import { openSources, type SourceFile } from "../sources/sources.ts";
import { openWarehouse } from "../warehouse.ts";
import { findSource } from "./findSource.ts";
import { type HeadlineEffect, headlineEffect } from "./headlineEffect.ts";

/** What one export would do in a load. */
export interface CheckedFile extends Judged {
  /** How its source was found. */
  how: string;
  /** What to paste into the configuration before the file loads, or null. */
  snippet: string | null;
  effect: HeadlineEffect | null;
  /** The files of its table that it was judged together with, or why it was judged alone. */
  others: Others;
  /** Tables to which it refers directly, and which no source fills: no row is found in them. */
  unfilled: string[];
}

/** Files, oldest first, or the reason why they were not looked at. */
export type Others = { files: string[]; refused?: undefined } | { refused: string };

export interface CheckOptions {
  /** Name of the source, where the file does not say it. */
  source?: string | undefined;
  /** Told at each stage of a large file. */
  progress?: (stage: string) => void;
}

const LARGE = 5_000_000;

/** The tables that a table refers to, directly and through others. */
function referred(table: string, seen = new Set<string>()): Set<string> {
  for (const reference of contracts.find((contract) => contract.table === table)?.references ?? [])
    if (!seen.has(reference.table)) referred(reference.table, seen.add(reference.table));
  return seen;
}

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const sourcesOf = (config: Config, isWanted: (table: string) => boolean): Config => ({
  ...config,
  sources: Object.fromEntries(Object.entries(config.sources).filter(([, { table }]) => isWanted(table))),
});

/** The files that fill a table, in the order of a load, with `file` in its place; a file that no source names has none. */
async function amongOthers(
  config: Config,
  file: SourceFile,
  path: string,
  corrections: Correction[],
): Promise<SourceFile[] | { refused: string }> {
  const own = sourcesOf(config, (table) => table === file.contract.table);
  const source = own.sources[file.source];
  const places = source && !/^https?:/.test(source.file) ? await placesOf(own, source).catch(() => []) : [];
  const place = places.find((one) => one.path === resolve(path))?.file;
  if (place === undefined)
    return Object.keys(own.sources).length > 0 ? { refused: "no source names this file" } : [file];
  try {
    const files = await openSources(own, corrections);
    const isIt = (one: SourceFile) =>
      one.source === file.source &&
      (one.file === place || (one.file.startsWith(`${place}, `) && one.table.encoding === file.table.encoding));
    return files.map((one) => (isIt(one) ? file : one));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message.split("\n")[0] ?? "" };
  }
}

/**
 * Judges one export against its contract, the tables it refers to and the other files of its own table, in memory: nothing is changed.
 */
export async function checkFile(
  config: Config,
  path: string,
  reference: string,
  { source: name, progress = () => {} }: CheckOptions = {},
): Promise<CheckedFile> {
  const bytes = bytesOf(path);
  const tell = (stage: string) => bytes > LARGE && progress(stage);
  tell(`scanning ${path} (${Math.round(bytes / 1e6)} MB)`);
  const corrections = await readCorrections(config);
  const { file, how, snippet } = await findSource(config, path, corrections, name);
  const others = referred(file.contract.table);
  const needed = sourcesOf(config, (table) => others.has(table));
  const warehouse = await openWarehouse(":memory:");
  try {
    await createSchema(warehouse, parametersOf(config, "check"), reference, replacedReferences(config));
    await storeCorrections(warehouse, corrections);
    await setUpNames(warehouse, { aliases: await readAliases(config) });
    const names = Object.keys(needed.sources);
    if (names.length > 0) tell(`reading ${names.join(", ")}, which it refers to`);
    for (const group of await filesByTable(needed, corrections)) await judgeTable(warehouse, group, "check");
    const found = await amongOthers(config, file, path, corrections);
    const files = "refused" in found ? [file] : found;
    tell(files.length > 1 ? `judging each row, and those of ${files.length - 1} other files` : "judging each row");
    const judged = (await judgeTable(warehouse, files, "check")).find(({ source }) => source === file);
    if (!judged) throw new Error(`nothing was judged: ${path}`);
    const filled = Object.values(needed.sources).map(({ table }) => table);
    const unfilled = file.contract.references.map(({ table }) => table).filter((table) => !filled.includes(table));
    return {
      ...{ ...judged, how, snippet, effect: headlineEffect(judged), unfilled },
      others: "refused" in found ? found : { files: found.flatMap((one) => (one === file ? [] : one.file)) },
    };
  } finally {
    warehouse.close();
  }
}

import { statSync } from "node:fs";
import { type Config, replacedReferences } from "./config.ts";
import { contracts } from "./contracts/index.ts";
import { readCorrections, storeCorrections } from "./corrections.ts";
import { findSource } from "./findSource.ts";
import { type HeadlineEffect, headlineEffect } from "./headlineEffect.ts";
import { filesByTable, type Judged, judgeTable, parametersOf } from "./judge.ts";
import { createSchema } from "./schema.ts";
import { openWarehouse } from "./warehouse.ts";

/** What one export would do in a load. */
export interface CheckedFile extends Judged {
  /** How its source was found. */
  how: string;
  /** What to paste into the configuration before the file loads, or null. */
  snippet: string | null;
  effect: HeadlineEffect | null;
  /** Tables to which it refers directly, and which no source fills: no row is found in them. */
  unfilled: string[];
}

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

/** Judges one export against its contract and the tables it refers to, in memory: nothing is changed. */
export async function checkFile(
  config: Config,
  path: string,
  reference: string,
  { source: name, progress = () => {} }: CheckOptions = {},
): Promise<CheckedFile> {
  const bytes = bytesOf(path);
  const tell = (stage: string) => bytes > LARGE && progress(stage);
  tell(`scanning ${path} (${Math.round(bytes / 1e6)} MB)`);
  const corrections = readCorrections(config);
  const { file, how, snippet } = await findSource(config, path, corrections, name);
  const others = referred(file.contract.table);
  const needed = Object.entries(config.sources).filter(([, { table }]) => others.has(table));
  const warehouse = await openWarehouse(":memory:");
  try {
    await createSchema(warehouse, parametersOf(config, "check"), reference, replacedReferences(config));
    await storeCorrections(warehouse, corrections);
    if (needed.length > 0) tell(`reading ${needed.map(([one]) => one).join(", ")}, which it refers to`);
    for (const group of await filesByTable({ ...config, sources: Object.fromEntries(needed) }, corrections))
      await judgeTable(warehouse, group, "check");
    tell("judging each row");
    const [judged] = await judgeTable(warehouse, [file], "check");
    if (!judged) throw new Error(`nothing was judged: ${path}`);
    const filled = needed.map(([, { table }]) => table);
    const unfilled = file.contract.references.map(({ table }) => table).filter((table) => !filled.includes(table));
    return { ...judged, how, snippet, effect: headlineEffect(judged), unfilled };
  } finally {
    warehouse.close();
  }
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { analyses, runAnalyses } from "./analyses/index.ts";
import { type Config, replacedReferences } from "./config/config.ts";
import { InputError } from "./errors.ts";
import { correctionReport, storeCorrections } from "./judge/correctRows.ts";
import { filesByTable, isLost, type Judged, judgeTable, parametersOf } from "./judge/judge.ts";
import { clearQuarantine, heldOf, writeQuarantine } from "./judge/quarantine.ts";
import { runModels } from "./models/models.ts";
import { createSchema } from "./models/schema.ts";
import { type Alias, readAliases } from "./names/aliases.ts";
import { namesPersons, personKey, setUpNames } from "./names/setUp.ts";
import { writeToName } from "./names/toName.ts";
import { checkLines, correctionLine, type LoadReport, notes, sourceLine } from "./report/loadReport.ts";
import { listLoad, recordLoad } from "./report/meta.ts";
import { type Correction, readCorrections } from "./sources/corrections.ts";
import type { SourceFile } from "./sources/sources.ts";
import { openWarehouse } from "./warehouse.ts";

/** Where a load reads its reference facts and leaves its results. */
export interface Places {
  reference: string;
  warehouse: string;
  quarantine: string;
  /** Working files for the office alone, beside the quarantine folder where left out. */
  internal?: string;
}

/** Says that a stage ended: its name, what came of it, and the milliseconds it took. */
export type Progress = (stage: string, result: string, ms: number) => void;

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Removes what a load that was broken off left beside the warehouse. */
function clearBroken(path: string): void {
  const left = new RegExp(`^${basename(path).replaceAll(".", "\\.")}\\.([0-9]+)\\.loading(\\.wal)?$`);
  for (const name of readdirSync(dirname(path))) {
    const pid = left.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isRunning(Number(pid)))) rmSync(join(dirname(path), name));
  }
}

const loadId = (config: Config, files: SourceFile[], corrections: Correction[], aliases: Alias[]): string => {
  const hash = createHash("sha256");
  for (const { source, table } of files) hash.update(`${source} ${table.sha256}\n`);
  hash.update(
    JSON.stringify([
      ...[config.sources, config.thresholds, config.collective_funders, config.synthetic, corrections, aliases],
    ]),
  );
  return `${config.as_of}-${hash.digest("hex").slice(0, 8)}`;
};

function refuseLost(judged: Judged): void {
  const { report, rejected } = judged;
  const first = rejected[0]?.problems[0];
  if (!first || !isLost(judged)) return;
  throw new InputError(
    `no row could be accepted: line ${rejected[0]?.line}, column ${first.column}, ${first.message.en} (${report.file}, ${report.rows_read} rows, source ${report.source})`,
    3,
  );
}

/** Writes the held rows of every source, and says in each report where they are. */
function hold(judged: Judged[], folder: string): void {
  clearQuarantine(folder);
  for (const source of new Set(judged.map(({ report }) => report.source))) {
    const files = judged.filter(({ report }) => report.source === source);
    const path = writeQuarantine(folder, source, files.map(heldOf));
    for (const { report, rejected } of files) report.quarantine = rejected.length > 0 ? path : null;
  }
}

/** What was mended in the quarantine folder would be gone after the load that reads it. */
function refuseHeld(config: Config, files: SourceFile[], folder: string): void {
  const found = files.find(({ file }) => resolve(dirname(config.path), dirname(file)) === resolve(folder));
  if (!found) return;
  throw new InputError(
    `a source in the quarantine folder: ${found.file} (source ${found.source}); each load writes that folder anew, so save the mended file among your exports`,
    2,
  );
}

/**
 * One load: sources → raw → models → checks → analyses, built in a new file that takes the warehouse's place only when all went well.
 * Throws an `InputError` (and leaves the warehouse as it was) when a source is refused or a blocking check fails.
 */
export async function ingest(config: Config, places: Places, progress: Progress = () => {}): Promise<LoadReport> {
  let start = performance.now();
  const lap = (stage: string, result: string) => {
    const now = performance.now();
    progress(stage, result, now - start);
    start = now;
  };
  const corrections = await readCorrections(config);
  const aliases = await readAliases(config);
  const groups = await filesByTable(config, corrections);
  const files = groups.flat();
  refuseHeld(config, files, places.quarantine);
  const load_id = loadId(config, files, corrections, aliases);
  lap("read", `${files.length} files`);

  mkdirSync(dirname(places.warehouse), { recursive: true });
  clearBroken(places.warehouse);
  const building = `${places.warehouse}.${process.pid}.loading`;
  const warehouse = await openWarehouse(building);
  try {
    await createSchema(warehouse, parametersOf(config, load_id), places.reference, replacedReferences(config));
    await storeCorrections(warehouse, corrections);
    const key = namesPersons(files) ? personKey(places.warehouse) : undefined;
    await setUpNames(warehouse, { key, aliases });
    const judged: Judged[] = [];
    for (const group of groups) {
      for (const one of await judgeTable(warehouse, group, load_id)) {
        judged.push(one);
        lap("load", [sourceLine(one.report), ...notes(one.source, one.report)].join("; "));
      }
    }
    const mended = await correctionReport(warehouse);
    if (corrections.length > 0) lap("correct", correctionLine(mended));
    hold(judged, places.quarantine);
    const toName = await writeToName(warehouse, places.internal ?? join(dirname(places.quarantine), "internal"));
    if (toName) lap("names", toName);
    judged.forEach(refuseLost);
    await recordLoad(warehouse, judged);
    await listLoad(warehouse, version, places.warehouse);
    // Nobody reads this file before it is whole: what is made of the rows is written down once, at the end.
    await warehouse.run("begin");
    const { models, checks } = await runModels(warehouse);
    lap("model", `${models.length} tables`);
    const report: LoadReport = {
      load_id,
      as_of: config.as_of,
      sources: judged.map(({ report }) => report),
      corrections: mended,
      checks: checks.map((check) => ({ ...check, message: check.message.en })),
    };
    for (const line of checkLines(report.checks)) lap("check", line);
    const failed = report.checks.filter(({ result }) => result === "fail");
    if (failed.length > 0)
      throw new InputError(failed.map(({ id, message }) => `check failed: ${message} (${id})`).join("\n"), 3);
    await runAnalyses(warehouse, config.thresholds);
    lap("analyse", `${analyses.length} tables`);
    await warehouse.run("commit");
    warehouse.close();
    renameSync(building, places.warehouse);
    for (const { accept } of files) accept?.();
    return report;
  } catch (error) {
    warehouse.close();
    for (const path of [building, `${building}.wal`]) if (existsSync(path)) rmSync(path);
    throw error;
  }
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../loaders/config/config.ts";
import { defaultThresholds } from "../loaders/config/thresholds.ts";
import { quoted } from "../loaders/contracts/cells.ts";
import { heldOf, writeQuarantine } from "../loaders/judge/quarantine.ts";
import { validate } from "../loaders/judge/validate.ts";
import { createSchema } from "../loaders/models/schema.ts";
import { openSource } from "../loaders/sources/sources.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { writeEnrolments, writeLectures, writeWorkbook } from "./ingestFiles.ts";

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const TIMES = 3;
const MB = 1024 * 1024;

interface Measured {
  ms: number;
  yardstick: number | null;
  peak: number;
  counts: string;
}
interface Case {
  name: string;
  source: string;
  file: string;
  write(path: string): Promise<void>;
  bar: { ratio?: number; ms?: number; peak?: number };
}
const CASES: Case[] = [
  {
    name: `${ROWS.toLocaleString("en")} lectures, canonical CSV`,
    source: "lectures",
    file: "lectures.csv",
    write: (path) => writeLectures(path, ROWS),
    bar: { ratio: 2, peak: 600 },
  },
  {
    name: `${ROWS.toLocaleString("en")} enrolments, open data`,
    source: "enrolments",
    file: "enrolments.csv",
    write: (path) => writeEnrolments(path, ROWS),
    bar: { ratio: 4 },
  },
  {
    name: `workbook of ${(ROWS / 10).toLocaleString("en")} × 56`,
    source: "workbook",
    file: "lectures.xlsx",
    write: (path) => writeWorkbook(path, ROWS / 10, 56),
    bar: { ms: 15_000, peak: 1229 },
  },
];
const CONFIG = `sources:
  schools: { table: schools, file: schools.csv }
  lecturers: { table: lecturers, file: lecturers.csv }
  lectures: { table: lectures, file: lectures.csv }
  enrolments: { table: enrolments, format: enrolments-open-data, file: enrolments.csv, options: { school_year: 2024-2025 } }
  workbook: { table: lectures, file: lectures.xlsx }
`;

/** Kilobytes that this process held at most since the mark was last taken away. */
const peakSoFar = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
const forgetPeak = () => writeFileSync("/proc/self/clear_refs", "5");

/** Reads, checks, quarantines and stores one file in a new warehouse, after the tables that it refers to; only the file itself is timed. */
async function ours(folder: string, one: Case): Promise<{ ms: number; peak: number; counts: string }> {
  const { sources } = readConfig(join(folder, "config.yaml"), { today: "2026-03-02" });
  const path = join(folder, "ours.duckdb");
  rmSync(path, { force: true });
  const warehouse = await openWarehouse(path);
  const load = async (source: string, file: string) => {
    const config = sources[source];
    if (!config) throw new Error(`unknown source: ${source}`);
    const opened = await openSource(source, config, file, source);
    const [result] = await validate(warehouse, opened.contract, [opened], "bench");
    if (!result) throw new Error(`nothing was judged: ${file}`);
    writeQuarantine(join(folder, "quarantine"), source, [heldOf(result)]);
    return result;
  };
  await createSchema(
    warehouse,
    { as_of: "2026-03-02", load_id: "bench", is_synthetic: true, thresholds: defaultThresholds },
    "reference",
  );
  for (const table of ["schools", "lecturers"]) await load(table, join("sample", "exports", `${table}.csv`));
  forgetPeak();
  const start = performance.now();
  const { read, accepted, rejected, unchanged, skipped } = await load(one.source, join(folder, one.file));
  await warehouse.run("checkpoint");
  const ms = performance.now() - start;
  const peak = peakSoFar();
  warehouse.close();
  const left = Object.values(skipped).reduce((sum, n) => sum + n, 0);
  return {
    ms,
    peak,
    counts: `${read} read, ${accepted} accepted, ${rejected.length} held, ${unchanged} unchanged, ${left} skipped`,
  };
}

/** The same file by DuckDB alone: every cell a text, nothing judged. */
async function yardstick(folder: string, file: string): Promise<number> {
  const path = join(folder, "yardstick.duckdb");
  rmSync(path, { force: true });
  const warehouse = await openWarehouse(path);
  const start = performance.now();
  await warehouse.run(
    `create table rows as from read_csv(${quoted(join(folder, file))}, header = true, all_varchar = true)`,
  );
  await warehouse.run("checkpoint");
  const ms = performance.now() - start;
  warehouse.close();
  return ms;
}

/** The best time and the highest peak of three loads, then the best of three yardsticks, so that none leaves its memory in a peak of ours. */
async function measure(folder: string, one: Case): Promise<Measured> {
  const found: Measured = { ms: Number.POSITIVE_INFINITY, yardstick: null, peak: 0, counts: "" };
  for (let i = 0; i < TIMES; i++) {
    const { ms, peak, counts } = await ours(folder, one);
    found.ms = Math.min(found.ms, ms);
    found.peak = Math.max(found.peak, peak);
    found.counts = counts;
  }
  if (one.bar.ratio)
    for (let i = 0; i < TIMES; i++)
      found.yardstick = Math.min(found.yardstick ?? Number.POSITIVE_INFINITY, await yardstick(folder, one.file));
  return found;
}

const [child, ofFolder] = process.argv.slice(2);
const asked = CASES.find(({ source }) => source === child);
if (asked && ofFolder) console.log(JSON.stringify(await measure(ofFolder, asked)));
else {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-bench-"));
  try {
    writeFileSync(join(folder, "config.yaml"), CONFIG);
    console.log(["case".padEnd(38), "ours", "yardstick", "ratio", "bar", "peak", "bar"].join("\t"));
    for (const one of CASES.filter(({ source }) => !child || source === child)) {
      const path = join(folder, one.file);
      await one.write(path);
      const printed = execFileSync(process.execPath, [...process.execArgv, process.argv[1] ?? "", one.source, folder], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      const { ms, yardstick, peak, counts }: Measured = JSON.parse(printed);
      const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
      const { ratio, ms: limit, peak: most } = one.bar;
      console.log(
        [
          one.name.padEnd(38),
          seconds(ms),
          yardstick ? seconds(yardstick) : "-",
          yardstick ? (ms / yardstick).toFixed(2) : "-",
          ratio ? `≤ ${ratio.toFixed(1)}` : limit ? `≤ ${seconds(limit)}` : "-",
          `${Math.round(peak / MB)} MB`,
          most ? `≤ ${most} MB` : "-",
        ].join("\t"),
      );
      console.log(`  ${Math.round(statSync(path).size / MB)} MB; ${counts}`);
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

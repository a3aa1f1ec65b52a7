import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readConfig } from "../loaders/config/config.ts";
import { ingest } from "../loaders/ingest.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { pages } from "../src/data/index.ts";
import { writePageData } from "../src/data/pageData.ts";
import { seededRandom } from "../statistics/random.ts";

/** Kills builds at random moments while a reader asks for every page: none may be missing, half, mixed, or without what it shows. */
const TIMES = Number(process.argv[2] ?? 100);
const DAY = "2026-03-02";
const folder = mkdtempSync(join(tmpdir(), "stempeil-killed-build-"));
const dist = join(folder, "dist");
const warehousePath = join(folder, "warehouse", "stempeil.duckdb");

/** Page data of two editions, told apart by their load. */
async function prepare(): Promise<string[]> {
  const config = readConfig(resolve("sample", "stempeil.config.yaml"), { today: DAY });
  await ingest(config, {
    reference: resolve("reference"),
    warehouse: warehousePath,
    quarantine: join(folder, "quarantine"),
  });
  const warehouse = await openWarehouse(warehousePath, { readOnly: true });
  const first = join(folder, "data-0");
  await writePageData(warehouse, pages, first);
  warehouse.close();
  const second = join(folder, "data-1");
  cpSync(first, second, { recursive: true });
  for (const name of readdirSync(second)) {
    const path = join(second, name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/"load_id":"[^"]*"/g, '"load_id":"SECOND-EDITION"'));
  }
  return [first, second];
}

const builder = (pageData: string) => `import { buildSite } from ${JSON.stringify(resolve("src/site/build.ts"))};
  await buildSite({ pageData: ${JSON.stringify(pageData)}, output: ${JSON.stringify(dist)}, quiet: true });`;
const start = (pageData: string) =>
  spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", builder(pageData)], { stdio: "inherit" });
const ended = (child: ReturnType<typeof start>) => new Promise<number | null>((done) => child.on("exit", done));

/** What is wrong with a page as it is read at this moment; null where nothing is. */
function fault(page: string): string | null {
  let html: string;
  try {
    html = readFileSync(page, "utf8");
  } catch {
    return `missing: ${page}`;
  }
  if (!html.trimEnd().endsWith("</html>")) return `half: ${page}`;
  const isSecond = html.includes("SECOND-EDITION");
  if (isSecond && /\b2026-03-02-[0-9a-f]{8}\b/.test(html)) return `mixed: ${page}`;
  for (const [, href = ""] of html.matchAll(/<link[^>]*\shref="([^"#:]+)"/g))
    if (!existsSync(resolve(dirname(page), href))) return `${page} without ${href}`;
  return null;
}

const data = await prepare();
if ((await ended(start(data[0] as string))) !== 0) throw new Error("the first build failed");
const htmlPages = (readdirSync(dist, { recursive: true }) as string[])
  .filter((file) => file.endsWith(".html"))
  .map((file) => join(dist, file));
const took = performance.now();
if ((await ended(start(data[1] as string))) !== 0) throw new Error("the second build failed");
const ms = performance.now() - took;
const random = seededRandom(20260302);
const faults = new Set<string>();
let [reads, whole] = [0, 0];
for (let time = 0; time < TIMES; time++) {
  const child = start(data[time % 2] as string);
  const gone = ended(child);
  let isRunning = true;
  gone.then(() => {
    isRunning = false;
  });
  // every other moment lies in the last fifth, where the site is put in place
  const at = performance.now() + ms * (time % 2 === 0 ? random() : 0.8 + 0.25 * random());
  while (isRunning) {
    for (const page of htmlPages) {
      const found = fault(page);
      if (found) faults.add(found);
      reads += 1;
    }
    if (performance.now() >= at) child.kill("SIGKILL");
    await setTimeout(1);
  }
  if ((await gone) === 0) whole += 1;
}
if ((await ended(start(data[0] as string))) !== 0) faults.add("a build after them fails");
const left = readdirSync(folder).filter((name) => /draft|next/.test(name));
console.log(
  `${TIMES} builds, ${TIMES - whole} of them killed; ${reads} reads of pages; faults: ${faults.size}; left beside the site: ${left.length}`,
);
for (const found of faults) console.log(`  ${found}`);
rmSync(folder, { recursive: true, force: true });
if (faults.size > 0 || left.length > 0) process.exitCode = 1;

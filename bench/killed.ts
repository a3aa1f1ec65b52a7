import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readConfig } from "../loaders/config/config.ts";
import { ingest, type Places } from "../loaders/ingest.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { seededRandom } from "../statistics/random.ts";

const TIMES = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), "stempeil-killed-"));
const configPath = join(folder, "stempeil.config.yaml");
const lectures = join(folder, "exports", "lectures.csv");
const places: Places = {
  reference: resolve("reference"),
  warehouse: join(folder, "warehouse", "stempeil.duckdb"),
  quarantine: join(folder, "quarantine"),
};
const before = join(folder, "before.duckdb");
const modules = ["ingest", "config"].map((name) => JSON.stringify(resolve("loaders", `${name}.ts`)));
const SCRIPT = `import { ingest } from ${modules[0]};
import { readConfig } from ${modules[1]};
(async () => {
  process.send("start");
  await ingest(readConfig(${JSON.stringify(configPath)}, { today: "2026-03-02" }), ${JSON.stringify(places)});
  process.send("end");
  setTimeout(() => {}, 60_000);
})();`;

/** Everything that a half-done load could have left: which load it is, and the size of every table. */
async function state(): Promise<string> {
  const warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  try {
    const tables = await warehouse.rows<{ name: string }>(
      "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' order by all",
    );
    const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::integer as n from ${name}`);
    return JSON.stringify([
      await warehouse.rows("from meta.parameters"),
      await warehouse.rows(`${counts.join(" union all ")} order by all`),
    ]);
  } finally {
    warehouse.close();
  }
}

/** Runs a load in a process of its own and kills it so long after it began; gives the milliseconds that a load of its own accord took. */
const load = (killAfter: number): Promise<number> =>
  new Promise((done) => {
    const child = spawn("node", ["--import", "tsx", "--input-type=module", "-e", SCRIPT], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let [began, took] = [0, 0];
    child.on("message", (message) => {
      if (message === "start") {
        began = performance.now();
        if (Number.isFinite(killAfter)) setTimeout(() => child.kill("SIGKILL"), killAfter);
      } else {
        took = performance.now() - began;
        if (!Number.isFinite(killAfter)) child.kill("SIGKILL");
      }
    });
    child.on("exit", () => done(took));
  });

cpSync("sample", folder, { recursive: true });
await ingest(readConfig(configPath, { today: "2026-03-02" }), places);
copyFileSync(places.warehouse, before);
const old = await state();
writeFileSync(lectures, readFileSync(lectures, "utf8").replace(/[^\n]+\n$/, ""));
const durations = [await load(Number.POSITIVE_INFINITY), await load(Number.POSITIVE_INFINITY)];
const next = await state();
if (next === old) throw new Error("both loads are alike");

const random = seededRandom(1);
const longest = Math.max(...durations) * 1.05;
let [sound, replaced, mess] = [0, 0, 0];
for (let i = 0; i < TIMES; i++) {
  copyFileSync(before, places.warehouse);
  const delay = random() * longest;
  await load(delay);
  const found = await state().catch((error: unknown) => String(error));
  if (found === next) replaced++;
  if (found === old || found === next) sound++;
  else console.error(`after ${Math.round(delay)} ms: ${found.slice(0, 300)}`);
  mess += readdirSync(join(folder, "warehouse")).length - 1;
}
await ingest(readConfig(configPath, { today: "2026-03-02" }), places);
const left = readdirSync(join(folder, "warehouse")).length - 1;
console.log(
  `${sound} of ${TIMES}: the warehouse opens and equals the state before (${sound - replaced}) or after (${replaced}); ` +
    `kills within ${Math.round(longest)} ms; ${left} files left after the next load`,
);
if (mess === 0) throw new Error("no load was caught half-way");
rmSync(folder, { recursive: true });
if (sound < TIMES || left > 0) process.exitCode = 1;

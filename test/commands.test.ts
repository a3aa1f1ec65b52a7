import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const project = process.cwd();
const place = mkdtempSync(join(tmpdir(), "stempeil-commands-"));
for (const folder of ["reference", "node_modules", "sample"]) symlinkSync(join(project, folder), join(place, folder));
mkdirSync(join(place, "exports"));

/** Runs a command as its npm script does, in a folder of its own. */
function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    "node",
    ["--import", "tsx", join(project, "commands", `${command}.ts`), ...args],
    {
      cwd: place,
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(place, name), content);
const HEADER = "indicator_id,period,target,direction,source";
const config = (file: string) => {
  write("targets.yaml", `as_of: 2026-03-02\nsources:\n  targets:\n    table: targets\n    file: exports/${file}\n`);
  return ["--config", "targets.yaml"];
};

describe("npm run ingest", () => {
  it("prints the load report as JSON and nothing else on standard output", () => {
    write(
      "exports/targets.csv",
      `${HEADER}\nlectures_count,2025-2026,400,up,a plan\nlectures_count,2024-2025,veel,up,a plan\n`,
    );
    const { status, stdout, stderr } = run("ingest", ...config("targets.csv"), "--json");
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(["load_id", "as_of", "sources", "corrections", "checks"]);
    expect(report.as_of).toBe("2026-03-02");
    expect(report.sources).toEqual([
      {
        source: "targets",
        table: "targets",
        file: "exports/targets.csv",
        format: "canonical",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        encoding: "utf-8",
        rows_read: 2,
        rows_accepted: 1,
        rows_rejected: 1,
        rows_unchanged: 0,
        rows_skipped: {},
        tallies: [],
        quarantine: expect.stringMatching(/quarantine\/targets\.csv$/),
      },
    ]);
    expect(Object.keys(report.checks[0])).toEqual(["id", "stage", "severity", "result", "message", "rows"]);
    expect(stderr).toContain("2 rows read, 1 accepted, 1 in quarantine");
  });
  it("ends with 4 under --strict when a row is held, with the warehouse in place", () => {
    const { status, stderr } = run("ingest", ...config("targets.csv"), "--strict");
    expect([status, stderr.split("\n").at(-2)]).toEqual([4, "error: rows in quarantine: 1 (exports/targets.csv)"]);
    expect(readdirSync(join(place, "warehouse"))).toEqual(["stempeil.duckdb"]);
  });
  it("ends with 3 when a source is refused, and leaves the warehouse as it was", () => {
    const before = readFileSync(join(place, "warehouse", "stempeil.duckdb"));
    const { status, stderr } = run("ingest", ...config("nowhere.csv"));
    expect([status, stderr]).toEqual([
      3,
      "error: missing file: exports/nowhere.csv; its folder holds targets.csv (source targets)\n",
    ]);
    expect(readFileSync(join(place, "warehouse", "stempeil.duckdb")).equals(before)).toBe(true);
  });
  const wrong: [string, string[], string][] = [
    ["an unknown option", ["--confg", "x.yaml"], "wrong usage: Unknown option '--confg' (did you mean --config?)"],
    ["a word too many", ["everything"], "wrong usage: Unexpected argument 'everything'"],
    ["a configuration that is not there", ["--config", "x.yaml"], "configuration not found: x.yaml"],
    ["a day that is none", [...config("targets.csv"), "--as-of", "maandag"], "not a day yyyy-mm-dd: maandag (--as-of)"],
  ];
  for (const [fault, args, message] of wrong)
    it(`ends with 2 on ${fault}`, () => {
      const { status, stdout, stderr } = run("ingest", ...args);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.split("\n")[0]).toContain(`error: ${message}`);
    });
});

describe("npm run check", () => {
  it("tells what is wrong in one file and changes nothing", () => {
    const before = readdirSync(place).sort();
    const { status, stdout } = run("check", "sample/exports/lectures.csv", "--config", "sample/stempeil.config.yaml");
    expect(status).toBe(0);
    expect(stdout).toContain("read as lectures, format canonical, utf-8");
    expect(stdout).toContain("students: expected a whole number from 1 to 1000; found: circa 40");
    expect(readdirSync(place).sort()).toEqual(before);
  });
  it("finds the source of a file by its header", () => {
    write("exports/new.csv", `${HEADER}\nlectures_count,2026-2027,500,up,a plan\n`);
    expect(run("check", "exports/new.csv", "--config", "sample/stempeil.config.yaml").stdout).toContain(
      "read as targets, format canonical, utf-8",
    );
  });
  it("asks for the source where the header fits none", () => {
    write("exports/odd.csv", "a,b\n1,2\n");
    const { status, stderr } = run("check", "exports/odd.csv", "--config", "sample/stempeil.config.yaml");
    expect([status, stderr.slice(0, 46)]).toEqual([2, "error: which source is this? exports/odd.csv: "]);
  });
  it("refuses a file that is neither text nor a whole archive", () => {
    write("exports/book.xlsx", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0]));
    const { status, stderr } = run("check", "exports/book.xlsx", "--config", "sample/stempeil.config.yaml");
    expect([status, stderr.trim().split(/\n/).length]).toEqual([3, 1]);
    expect(stderr).toMatch(/^error: not a readable .*exports\/book\.xlsx/);
  });
  it("wants one file", () => expect(run("check").status).toBe(2));
});

describe("npm run report", () => {
  it("says that nothing was loaded yet, or which reader or language is unknown", () => {
    expect(run("report", "--lang", "fr").stderr).toBe("error: unknown language: fr (--lang nl or en)\n");
    expect(run("report", "--lang", "fr").status).toBe(2);
  });
});

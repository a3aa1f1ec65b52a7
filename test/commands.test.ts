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
    expect(stdout.split("\n")).toEqual([
      "sample/exports/lectures.csv: read as canonical (source lectures), table lectures, utf-8",
      "99.8 % of 3,683 rows would load; 7 would be held",
      "",
      "  line  column      found       reason",
      "  3677  held_on     2025-02-30  expected an existing date yyyy-mm-dd",
      "  3679  school_id   999999      not found in schools: 999999 / 1",
      "  3680  girls       31          there are more girls than students",
      "  3681  held_on     2026-05-12  a lecture that was held must not lie after the as-of date",
      "  3682  programme   (blank)     required cell is blank; expected one of: stem_ovk, ovk",
      "  3683  status      afgewerkt   expected one of: planned, held, cancelled",
      "  3684  lecture_id  L03376      same key as another line, with other values: line 3377",
      "",
      "  times  column      rule",
      "      1  held_on     unreadable",
      "      1  school_id   unknown in schools",
      "      1  girls       girls among students",
      "      1  held_on     held not in future",
      "      1  programme   missing",
      "      1  status      unreadable",
      "      1  lecture_id  duplicate key",
      "",
      "if the held rows were accepted: +5 lectures (1 row cannot be told), +132 student contacts (1 row cannot be told)",
      "the same key as a row that is kept: 1 row, which would add nothing",
      "",
    ]);
    expect(readdirSync(place).sort()).toEqual(before);
  });
  it("finds the source of a file by its header", () => {
    write("exports/new.csv", `${HEADER}\nlectures_count,2026-2027,500,up,a plan\n`);
    expect(run("check", "exports/new.csv", "--config", "sample/stempeil.config.yaml").stdout).toBe(
      "exports/new.csv: read as canonical (guessed from its header, with the mapping of source targets), table targets, utf-8\nnot compared with other files of targets: no source names this file (sample/stempeil.config.yaml)\n100 % of 1 row would load\n",
    );
  });
  it("tells which other files of its table it looked at", () => {
    write("snapshots.yaml", 'as_of: 2026-03-02\nsources:\n  mon: { table: targets, file: "exports/mon-*.csv" }\n');
    const row = (target: number) => `lectures_count,2026-2027,${target},up,a plan\n`;
    write("exports/mon-2026-01-01.csv", `${HEADER}\n${row(1)}`);
    write("exports/mon-2026-02-01.csv", `${HEADER}\n${row(2)}`);
    const { stdout } = run("check", "exports/mon-2026-01-01.csv", "--config", "snapshots.yaml");
    expect(stdout.split("\n").slice(1, 6)).toEqual([
      "compared with another file of targets: exports/mon-2026-02-01.csv",
      "0 % of 1 row would load; 1 would be held",
      "",
      "  line  column        found                       reason",
      "     2  indicator_id  lectures_count / 2026-2027  a newer file has the same key with other values: exports/mon-2026-02-01.csv, line 2",
    ]);
  });
  it("shows at most twenty problems, and counts them all", () => {
    const row = (year: number) => `lectures_count,${year}-${year + 1},veel,up,a plan\n`;
    write("exports/targets.csv", `${HEADER}\n${Array.from({ length: 25 }, (_, i) => row(2000 + i)).join("")}`);
    const lines = run("check", "exports/targets.csv", ...config("targets.csv")).stdout.split("\n");
    expect(lines.slice(1, 3)).toEqual([
      "0 % of 25 rows would load; 25 would be held",
      "a load would refuse this file as a whole: not one row is sound, so its columns are most likely not what they seem",
    ]);
    expect(lines.filter((line) => /^ +\d+ {2}target +veel/.test(line))).toHaveLength(20);
    expect(lines).toContain("  … and 5 more");
    expect(lines).toContain("     25  target  unreadable");
  });
  it("gives the source to paste for an export whose format needs options, and ends with 2", () => {
    write("exports/tiktok.csv", readFileSync(join(project, "test/fixtures/formats/tiktok-overview.csv")));
    const { status, stdout, stderr } = run("check", "exports/tiktok.csv", ...config("targets.csv"));
    expect(status).toBe(2);
    expect(stdout).toBe(`exports/tiktok.csv: read as tiktok-overview (guessed from its header)
no source reads this file yet; put this under "sources:" in targets.yaml:

  tiktok:
    table: campaign_metrics
    format: tiktok-overview
    file: exports/tiktok.csv
    options: # examples: write your own
      period_end: 2026-01-31
      campaign: stemhelden
`);
    expect(stderr).toBe(`error: missing option: options.period_end (format tiktok-overview, exports/tiktok.csv)
error: missing option: options.campaign, or values.campaign by title (exports/tiktok.csv)
`);
  });
  it("prints the same as JSON, without the texts behind the effect", () => {
    const { stdout } = run("check", "sample/exports/funding.csv", "--config", "sample/stempeil.config.yaml", "--json");
    const checked = JSON.parse(stdout);
    expect(checked).toMatchObject({ source: "funding", rows_rejected: 1, how: "source funding", snippet: null });
    expect(checked.effect).toEqual({
      changes: [{ figure: "cash received", one: "cash received", unit: "€", amount: 0, untold: 0 }],
      repeats: 0,
    });
    expect(Object.keys(checked.rejected[0])).toEqual(["line", "cells", "problems"]);
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
  it("takes a file from the folder in which npm was called", () => {
    process.env.INIT_CWD = join(place, "sample", "exports");
    try {
      const { status, stdout } = run("check", "targets.csv", "--config", "../stempeil.config.yaml");
      expect([status, stdout.split("\n")[1]]).toEqual([0, "100 % of 123 rows would load"]);
    } finally {
      delete process.env.INIT_CWD;
    }
  });
  it("wants one file", () => expect(run("check").status).toBe(2));
});

describe("npm run report", () => {
  it("says that nothing was loaded yet, or which reader or language is unknown", () => {
    expect(run("report", "--lang", "fr").stderr).toBe("error: unknown language: fr (--lang nl or en)\n");
    expect(run("report", "--lang", "fr").status).toBe(2);
  });
});

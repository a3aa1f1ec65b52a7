import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { openSources } from "../../../loaders/sources/sources.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stempeil-sources-"));
});
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const TARGETS = "indicator_id,period,target,direction,source\nlectures_count,2025-2026,400,up,a plan\n";
/** The files in the order in which they are judged, each source given as `name: pattern`. */
const order = async (sources: Record<string, string>, names: string[], more = "") => {
  for (const name of names) write(name, TARGETS);
  const lines = Object.entries(sources).map(
    ([name, file]) => `  ${name}: { table: targets, file: "${file}"${more} }\n`,
  );
  write("config.yaml", `sources:\n${lines.join("")}`);
  const files = await openSources(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), []);
  return files.map(({ file }) => file);
};

describe("openSources(config, corrections)", () => {
  it("puts the files of a table in the order of their days, whatever their source", async () =>
    expect(
      await order({ fa: "fa-*.csv", fb: "fb-*.csv" }, ["fa-2026-03-01.csv", "fa-2025-11-01.csv", "fb-2026-01-01.csv"]),
    ).toEqual(["fa-2025-11-01.csv", "fb-2026-01-01.csv", "fa-2026-03-01.csv"]));
  it("reads a day that is written day first", async () =>
    expect(await order({ v: "v_*.csv" }, ["v_01-12-2025.csv", "v_15-01-2026.csv", "v_02-02-2026.csv"])).toEqual([
      "v_01-12-2025.csv",
      "v_15-01-2026.csv",
      "v_02-02-2026.csv",
    ]));
  it("counts the numbers in names where no day decides", async () =>
    expect(await order({ u: "u*.csv" }, ["u10.csv", "u9.csv", "u100.csv"])).toEqual(["u9.csv", "u10.csv", "u100.csv"]));
  it("keeps the order of the configuration between sources without a day, and puts them before a file with one", async () =>
    expect(
      await order({ z: "z*.csv", a: "a*.csv", d: "d*.csv" }, ["a1.csv", "z2.csv", "z1.csv", "d-2020-01-01.csv"]),
    ).toEqual(["z1.csv", "z2.csv", "a1.csv", "d-2020-01-01.csv"]));
  it("takes no day from a folder", async () =>
    expect(await order({ m: "**/*.csv" }, ["2026-02-01/m.csv", "m-2025-12-01.csv"])).toEqual([
      "2026-02-01/m.csv",
      "m-2025-12-01.csv",
    ]));
});

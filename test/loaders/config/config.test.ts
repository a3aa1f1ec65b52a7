import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-config-"));
const read = (text: string, asOf?: string) => {
  const path = join(folder, "c.yaml");
  writeFileSync(path, text);
  return readConfig(path, { asOf, today: "2026-03-02" });
};
const message = (text: string, asOf?: string) => {
  try {
    read(text, asOf);
  } catch (error) {
    return String((error as Error).message).replaceAll(folder, "");
  }
  return "no error";
};
const LECTURES = "sources:\n  lectures:\n    table: lectures\n    file: l.csv\n";

describe("readConfig(path)", () => {
  it("fills in what is left out", () =>
    expect(read(LECTURES)).toMatchObject({
      as_of: "2026-03-02",
      synthetic: false,
      thresholds: { registration_days: { value: 14 } },
      sources: { lectures: { format: "canonical", columns: {} } },
    }));
  it("lets --as-of overrule the file", () =>
    expect(read(`as_of: 2025-01-01\n${LECTURES}`, "2025-02-03").as_of).toBe("2025-02-03"));
  it("keeps the day of the file", () => expect(read(`as_of: 2025-01-01\n${LECTURES}`).as_of).toBe("2025-01-01"));
  it("reads the configurations of the project, of which the user's own may have changed", () => {
    const { sources } = readConfig("sample/stempeil.config.yaml", { today: "2026-03-02" });
    const read = Object.values(sources).map(({ file }) => basename(file));
    expect(readdirSync("sample/exports").filter((file) => !read.includes(file))).toEqual([]);
    expect(Object.keys(readConfig("stempeil.config.yaml", { today: "2026-03-02" }).sources)).not.toEqual([]);
  });

  const faults: [string, string, string][] = [
    [
      "an unknown key",
      `${LECTURES}    flie: x.csv\n`,
      "unknown key: sources.lectures.flie (did you mean file?) (/c.yaml, line 5)",
    ],
    [
      "an unknown key at the top",
      `as-of: 2026-01-01\n${LECTURES}`,
      "unknown key: as-of (did you mean as_of?) (/c.yaml, line 1)",
    ],
    [
      "an unknown table",
      "sources:\n  a:\n    table: lessons\n    file: l.csv\n",
      "sources.a.table: must be one of schools, lecturers, lectures",
    ],
    ["a missing file name", "sources:\n  a:\n    table: lectures\n", "missing key: sources.a.file (/c.yaml, line 2)"],
    [
      "an unknown column in a mapping",
      `${LECTURES}    columns:\n      held: Datum\n`,
      "unknown column of lectures: held",
    ],
    [
      "a style of numbers where our own CSV is awaited",
      `${LECTURES}    numbers: dutch\n`,
      "sources.lectures.numbers: format canonical has plain numbers; say format: columns where the file has dutch (/c.yaml, line 5)",
    ],
    [
      "a style of dates where our own CSV is awaited",
      `${LECTURES}    format: canonical\n    dates: dmy\n`,
      "sources.lectures.dates: format canonical has iso dates; say format: columns where the file has dmy (/c.yaml, line 6)",
    ],
    [
      "a key that a known format does not use",
      "sources:\n  forms:\n    table: responses\n    file: f.csv\n    format: microsoft-forms\n    constants: { lecture_id: L1 }\n",
      "sources.forms.constants: format microsoft-forms does not use constants for lecture_id: it reads its own columns (/c.yaml, line 6)",
    ],
    [
      "a style that a known format does not use",
      "sources:\n  schools:\n    table: schools\n    file: s.csv\n    format: onderwijsaanbod\n    dates: dmy\n",
      "sources.schools.dates: format onderwijsaanbod does not use dates: it knows how its export writes them (/c.yaml, line 6)",
    ],
    [
      "a constant that an export of a channel does not use",
      "sources:\n  films:\n    table: campaign_metrics\n    file: f.csv\n    format: youtube-studio\n    constants: { campaign: c, channel: tv }\n",
      "sources.films.constants: format youtube-studio does not use constants for channel: it reads its own columns (/c.yaml, line 6)",
    ],
    [
      "an impossible day",
      `as_of: 2026-13-01\n${LECTURES}`,
      "as_of: not a day yyyy-mm-dd: 2026-13-01 (/c.yaml, line 1)",
    ],
    [
      "a source that is named with a capital",
      "sources:\n  corB:\n    table: lectures\n    file: l.csv\n",
      "sources.corB: a source is named with a-z, 0-9, _ and -, a letter first (/c.yaml, line 2)",
    ],
    ["no sources", "sources: {}\n", "sources: no source is listed (/c.yaml, line 1)"],
    ["an empty file", "", "missing key: sources (/c.yaml, line 1)"],
    [
      "a threshold without its source",
      `${LECTURES}thresholds:\n  registration_days:\n    value: 14\n`,
      "missing key: thresholds.registration_days.source",
    ],
    ["broken YAML", "sources: [\n", "at line 2, column 1 (/c.yaml)"],
  ];
  for (const [fault, text, expected] of faults)
    it(`names the place of ${fault}`, () => expect(message(text)).toContain(expected));
  it("refuses a day that is none in --as-of", () =>
    expect(message(LECTURES, "2 maart")).toBe("not a day yyyy-mm-dd: 2 maart (--as-of)"));
  it("says that a configuration is not there", () =>
    expect(() => readConfig("nowhere.yaml", { today: "2026-03-02" })).toThrow("configuration not found: nowhere.yaml"));
});

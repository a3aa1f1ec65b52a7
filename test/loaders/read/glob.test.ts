import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { expand } from "../../../loaders/read/glob.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-glob-"));
beforeAll(() => {
  for (const name of [
    "enrolments-2024.csv",
    "enrolments-2023.csv",
    "lectures.xlsx",
    "~$lectures.xlsx",
    ".x.csv",
    "[a] (1).csv",
    "deep/er/enrolments-2022.csv",
  ]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "x");
  }
  symlinkSync(folder, join(folder, "deep", "loop"));
});

describe("expand(pattern, folder)", () => {
  const found: [string, string[]][] = [
    ["enrolments-*.csv", ["enrolments-2023.csv", "enrolments-2024.csv"]],
    ["./enrolments-202?.csv", ["./enrolments-2023.csv", "./enrolments-2024.csv"]],
    ["**/enrolments-*.csv", ["deep/er/enrolments-2022.csv", "enrolments-2023.csv", "enrolments-2024.csv"]],
    ["deep/**", ["deep/er/enrolments-2022.csv"]],
    ["d*/e?/*", ["deep/er/enrolments-2022.csv"]],
    ["*.xlsx", ["lectures.xlsx"]],
    // a star is nothing too: the export of before the platform numbered them
    ["lectures*.xlsx", ["lectures.xlsx"]],
    ["*lectures.xlsx", ["lectures.xlsx"]],
    ["[a] (1).csv", ["[a] (1).csv"]],
    ["[a]*.csv", ["[a] (1).csv"]],
    ["lectures.xlsx", ["lectures.xlsx"]],
  ];
  for (const [pattern, files] of found)
    it(`${pattern} names its files in order`, () => expect(expand(pattern, folder)).toEqual(files));
  it("keeps an absolute pattern absolute", () =>
    expect(expand(join(folder, "lect*"), "/")).toEqual([join(folder, "lectures.xlsx")]));

  const refused: [string, string][] = [
    [
      "enrolment_*.csv",
      "no file matches: enrolment_*.csv; its folder holds [a] (1).csv, enrolments-2023.csv, enrolments-2024.csv, lectures.xlsx",
    ],
    [
      "lectures.xls",
      "missing file: lectures.xls; its folder holds lectures.xlsx, [a] (1).csv, enrolments-2023.csv, enrolments-2024.csv",
    ],
    ["none/*.csv", "no file matches: none/*.csv; its folder does not exist"],
    ["deep/*.csv", "no file matches: deep/*.csv; its folder holds no files"],
    ["deep", "a folder where a file is expected: deep"],
  ];
  for (const [pattern, message] of refused)
    it(`refuses ${pattern}`, () => {
      expect(() => expand(pattern, folder)).toThrow(message);
      expect(() => expand(pattern, folder)).toThrow(expect.objectContaining({ status: 3 }));
    });
});

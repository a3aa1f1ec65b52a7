import { describe, expect, it } from "vitest";
import { dayInName } from "../../../loaders/sources/dayInName.ts";

describe("dayInName(file)", () => {
  const found: [string, string, string][] = [
    ["year first", "lessen-2026-03-02.csv", "2026-03-02"],
    ["year first, with underscores", "lessen_2026_03_02.csv", "2026-03-02"],
    ["year first, without signs between", "lessen 20260302.csv", "2026-03-02"],
    ["day first", "v_01-12-2025.csv", "2025-12-01"],
    ["day first, with underscores", "v_01_12_2025.csv", "2025-12-01"],
    ["day first, with points", "v 01.12.2025.csv", "2025-12-01"],
    ["the last of a period", "Content 2025-01-01_2026-01-01 STEMhelden.zip", "2026-01-01"],
    ["the last of a period, day first", "01-09-2025 tot 31-08-2026.xlsx", "2026-08-31"],
    ["the last of a period with one sign throughout", "2025-12-01-2026-01-31.csv", "2026-01-31"],
    ["of the file, not of its folders", "2025-09-01 campagne/lessen-2026-03-02.csv", "2026-03-02"],
    ["of the file, behind a Windows path", "2025-09-01\\lessen-2026-03-02.csv", "2026-03-02"],
    ["the last that exists", "2026-03-02 of 2026-02-30.csv", "2026-03-02"],
  ];
  it.each(found)("finds the day: %s", (_how, file, day) => expect(dayInName(file)).toBe(day));
  it.each([
    ["a folder's date", "2025-09-01 campagne/lessen.csv"],
    ["a number that ends in eight such digits", "export-3420101202.csv"],
    ["a number that begins with them", "20260302143000.csv"],
    ["a day that does not exist", "lessen-2026-02-30.csv"],
    ["signs that differ", "graad 2-3_2024.csv"],
    ["a month first", "report 01-15-2026.csv"],
    ["a school year", "lessen 2025-2026.csv"],
  ])("finds no day in %s", (_what, file) => expect(dayInName(file)).toBeNull());
});

import { describe, expect, it } from "vitest";
import { readReference } from "../../sample/generate/reference.ts";

const byProvince = readReference("secondary-enrolment-by-province.csv");
const series = readReference("secondary-enrolment-series.csv");
const sum = (rows: Record<string, string>[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);
const published = (year: string, name: string) =>
  Number(series.find((row) => row.school_year === year && row.series === name)?.pupils);

describe("enrolment reference figures", () => {
  it("municipalities add up to their province in the three years they have", () => {
    const municipalities = readReference("municipalities.csv");
    for (const year of ["2016-2017", "2022-2023", "2025-2026"])
      for (const { province, pupils } of byProvince.filter((row) => row.school_year === year)) {
        if (province === "Brussels Hoofdstedelijk Gewest") continue;
        const own = municipalities.filter((row) => row.province === province);
        expect(sum(own, `secondary_pupils_${year.replace("-", "_")}`), `${province} ${year}`).toBe(Number(pupils));
      }
  });

  it("provinces add up to the total of Flanders and Brussels in each of ten years", () => {
    const years = [...new Set(byProvince.map((row) => row.school_year ?? ""))];
    expect(years).toHaveLength(10);
    for (const year of years)
      expect(
        sum(
          byProvince.filter((row) => row.school_year === year),
          "pupils",
        ),
        year,
      ).toBe(published(year, "secundair_totaal"));
  });

  it("the seventh year and the rest add up to the total", () => {
    for (const year of new Set(series.map((row) => row.school_year ?? "")))
      expect(published(year, "zevende_jaar") + published(year, "secundair_zonder_7e_jaar"), year).toBe(
        published(year, "secundair_totaal"),
      );
  });
});

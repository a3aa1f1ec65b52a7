import { describe, expect, it } from "vitest";
import { schoolYears } from "../../sample/generate/calendar.ts";
import { makeEnrolments } from "../../sample/generate/girls/enrolments.ts";
import { readReference } from "../../sample/generate/reference.ts";

const rows = makeEnrolments();
const YEARS = schoolYears(2016, 2025);
type Row = (typeof rows)[number];
const pupils = (keep: (row: Row) => boolean) =>
  rows.reduce((sum, row) => sum + (keep(row) ? Number(row.headcount) : 0), 0);
const isStem = (row: Row) => row.stem_category === "stem" && row.stage === 3 && row.year_in_stage !== 3;
const girlsShare = (keep: (row: Row) => boolean) =>
  pupils((row) => keep(row) && isStem(row) && row.sex === "f") / pupils((row) => keep(row) && isStem(row));
const stemShare = (keep: (row: Row) => boolean) =>
  pupils((row) => keep(row) && row.stem_category === "stem") / pupils(keep);

describe("sample enrolments", () => {
  it("add up to the real total of each province and school year", () => {
    for (const { school_year, province, pupils: real } of readReference("secondary-enrolment-by-province.csv"))
      expect(
        pupils((row) => row.school_year === school_year && row.province === province),
        `${province} ${school_year}`,
      ).toBe(Number(real));
  });

  it("hold as many pupils in the seventh year and in the first years A and B as were counted", () => {
    const series = readReference("secondary-enrolment-series.csv");
    const own: Record<string, (row: Row) => boolean> = {
      zevende_jaar: (row) => row.stage === 3 && row.year_in_stage === 3,
      eerste_leerjaar_A: (row) => row.stage === 1 && row.year_in_stage === 1 && row.domain === "eerste graad A",
      eerste_leerjaar_B: (row) => row.stage === 1 && row.year_in_stage === 1 && row.domain === "eerste graad B",
    };
    for (const [name, keep] of Object.entries(own))
      for (const year of YEARS) {
        const real = series.find((row) => row.series === name && row.school_year === year)?.pupils;
        expect(
          pupils((row) => row.school_year === year && keep(row)),
          `${name} ${year}`,
        ).toBe(Number(real));
      }
  });

  it("have about 52 % girls in aso STEM, 10 % in tso and 5 % in bso", () => {
    const ranges = { aso: [0.5, 0.53], tso: [0.089, 0.11], bso: [0.045, 0.055] } as const;
    for (const [track, [low, high]] of Object.entries(ranges))
      for (const year of YEARS.slice(0, 7)) {
        const share = girlsShare((row) => row.school_year === year && row.track === track);
        expect(share, `${track} ${year}`).toBeGreaterThanOrEqual(low);
        expect(share, `${track} ${year}`).toBeLessThanOrEqual(high);
      }
  });

  it("see the girls' share in third-stage STEM rise from 30.4 % to 32.7 %, below a third", () => {
    const shares = YEARS.map((year) => girlsShare((row) => row.school_year === year));
    expect(shares[0]).toBeCloseTo(0.304, 3);
    expect(shares.at(-1)).toBeCloseTo(0.327, 3);
    expect(Math.max(...shares)).toBeLessThan(1 / 3);
  });

  it("take in 44 to 45 % in STEM in the third stage and 35 to 36 % in the second", () => {
    for (const year of YEARS) {
      const intake = (stage: number) => (row: Row) =>
        row.school_year === year && row.stage === stage && row.year_in_stage === 1;
      expect(Math.round(stemShare(intake(3)) * 100), year).toBe(45);
      expect(Math.round(stemShare(intake(2)) * 100), year).toBe(36);
    }
  });

  it("change from tracks to finalities year by year, flagged b in the first year", () => {
    const tracks = (year: string, stage: number, yearInStage: number) => {
      const own = rows.filter((r) => r.school_year === year && r.stage === stage && r.year_in_stage === yearInStage);
      return [...new Set(own.map(({ track }) => track))].sort().concat(...new Set(own.map(({ status }) => status)));
    };
    expect(tracks("2022-2023", 3, 1)).toEqual(["aso", "bso", "kso", "tso", null]);
    expect(tracks("2023-2024", 3, 1)).toEqual(["arbeidsmarkt", "doorstroom", "dubbel", "b"]);
    expect(tracks("2024-2025", 3, 1)).toEqual(["arbeidsmarkt", "doorstroom", "dubbel", null]);
    expect(tracks("2025-2026", 3, 1)).toEqual(["arbeidsmarkt", "doorstroom", "dubbel", "p"]);
  });

  it("are stamped with the first school day of February", () => {
    const dates = [...new Set(rows.map(({ count_date }) => count_date))];
    expect(dates).toEqual(
      ["2017-02-01", "2018-02-01", "2019-02-01", "2020-02-03", "2021-02-01"].concat(
        ...["2022-02-01", "2023-02-01", "2024-02-01", "2025-02-03", "2026-02-02"],
      ),
    );
  });

  it("have few small cells", () => {
    const small = rows.filter(({ headcount }) => Number(headcount) < 10).length;
    expect(small).toBeGreaterThan(0);
    expect(small / rows.length).toBeLessThan(0.05);
  });
});

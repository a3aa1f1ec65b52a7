import { describe, expect, it } from "vitest";
import { axisStart, breaks, schoolYears, seriesOf, targetOf } from "../../../../src/components/girls/shareSeries.ts";
import { girlsByTrack, girlsTotal } from "../../../fixtures/chartRows.ts";

const runs = (rows: typeof girlsTotal) => seriesOf(rows).map((one) => one.runs.map((run) => run.length));

describe("seriesOf(rows)", () => {
  it("begins a new run at a break", () => {
    expect(runs(girlsTotal)).toEqual([[7, 3]]);
    expect(breaks(girlsTotal)).toEqual(["2023-2024"]);
  });

  it("begins a new run after a missing year and after a hidden value", () => {
    expect(runs(girlsTotal.filter(({ school_year }) => school_year !== "2018-2019"))).toEqual([[2, 4, 3]]);
    const hidden = girlsTotal.map((row) => (row.school_year === "2018-2019" ? { ...row, status: "c" as const } : row));
    expect(runs(hidden)).toEqual([[2, 4, 3]]);
  });

  it("keeps the order in which groups come", () => {
    expect(seriesOf(girlsByTrack).map(({ group }) => group)).toEqual(["aso", "tso", "bso"]);
  });
});

describe("schoolYears(rows)", () => {
  it("keeps a place for a year without rows", () => {
    expect(schoolYears(girlsTotal.filter((_, index) => index < 1 || index === 2))).toEqual([
      "2016-2017",
      "2017-2018",
      "2018-2019",
    ]);
  });
});

describe("targetOf(rows)", () => {
  it("is the target of the last row that has one", () => {
    expect(targetOf(girlsTotal)).toEqual({ value: 1 / 3, period: "2020-2021" });
    expect(targetOf(girlsByTrack)).toBeNull();
  });
});

describe("axisStart(values, isShare)", () => {
  it("starts at zero unless the shares lie close together, and always for an index", () => {
    expect(axisStart([0.289, 1 / 3], true)).toBe(0.25);
    expect(axisStart([0.05, 0.52], true)).toBe(0);
    expect(axisStart([0.9, 1], false)).toBe(0);
  });
});

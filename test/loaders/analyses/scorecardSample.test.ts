import { describe, expect, it } from "vitest";
import { benchmarkForecast } from "../../../loaders/analyses/lectures/benchmarkForecast.ts";
import { scorecard } from "../../../loaders/analyses/scorecard.ts";
import { shareForecast } from "../../../loaders/analyses/shareForecast.ts";
import { makeFunding } from "../../../sample/generate/funding.ts";
import { makeLecturers } from "../../../sample/generate/lectures/lecturers.ts";
import { makeLectures } from "../../../sample/generate/lectures/lectures.ts";
import { makeSchools } from "../../../sample/generate/lectures/schools.ts";
import { makeTargets } from "../../../sample/generate/targets.ts";
import { rawWarehouse } from "./rawWarehouse.ts";

describe("scorecard of the sample", () => {
  it("does not call the public share of 2 March 2025 off course: 63.3 % that day, 66.2 % at the end of that year", async () => {
    const funding = makeFunding([]).filter(({ booked_on }) => String(booked_on) <= "2025-03-02");
    const tables = { funding: funding.map((row) => ({ ...row })), targets: makeTargets() };
    const warehouse = await rawWarehouse(tables, [benchmarkForecast, shareForecast, scorecard], "2025-03-02");
    const [row] = await warehouse.rows<Record<string, number | string>>(
      "from analyses.scorecard where indicator_id = 'public_share_of_funding'",
    );
    warehouse.close();
    expect(row?.value).toBeCloseTo(0.633, 3);
    expect(row).toMatchObject({ period: "2024-2025", is_same_day: true, past_years_count: 6, status: "on_course" });
    expect(Math.abs(Number(row?.expected) - 0.662)).toBeLessThan(0.003);
    expect(Number(row?.expected_low)).toBeGreaterThan(0.65);
  });

  it("holds a target of 90 STEM-OvK lectures against those lectures alone", async () => {
    const schools = makeSchools();
    const lectures = makeLectures(schools, makeLecturers());
    const tables = { schools: schools.map((row) => ({ ...row })), lectures, targets: makeTargets() };
    const warehouse = await rawWarehouse(tables, [benchmarkForecast, shareForecast, scorecard], "2026-03-02");
    const rows = await warehouse.rows<Record<string, number | string | null>>(
      "select programme, value, target, status from analyses.scorecard where indicator_id = 'lectures_count' order by programme nulls first",
    );
    warehouse.close();
    expect(rows.map(({ programme, value, target }) => [programme, value, target])).toEqual([
      [null, 245, 400],
      ["ovk", 195, 310],
      ["stem_ovk", 50, 90],
    ]);
    expect(rows[2]?.status).not.toBe("met");
  });
});

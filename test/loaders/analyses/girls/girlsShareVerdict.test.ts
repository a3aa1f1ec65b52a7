import { describe, expect, it } from "vitest";
import { girlsShareVerdict } from "../../../../loaders/analyses/girls/girlsShareVerdict.ts";
import { girlsWarehouse, group } from "./girlsWarehouse.ts";

const years = Array.from({ length: 6 }, (_, i) => `${2018 + i}-${2019 + i}`);

async function verdict(rows: Parameters<typeof girlsWarehouse>[0]) {
  const warehouse = await girlsWarehouse(rows, [], [girlsShareVerdict]);
  const [row, ...more] = await warehouse.rows<Record<string, number | string | boolean | null>>(
    "from analyses.girls_share_verdict",
  );
  warehouse.close();
  expect(more).toEqual([]);
  return row;
}

describe("girls_share_verdict", () => {
  it("is a relevant shift when girls choose STEM more often in every programme", async () => {
    const row = await verdict(
      years.flatMap((year, i) => [
        ...group(year, "aso", "wetenschappen", 5000 + 150 * i, 10_000),
        ...group(year, "tso", "techniek", 1000 + 150 * i, 10_000),
      ]),
    );
    expect(row).toMatchObject({
      ...{ base_year: "2018-2019", base_rule: "first_loaded", last_year: "2023-2024", years: 6, has_break: false },
      ...{ verdict: "relevant_shift", is_significant: true, is_large: true, is_within_programmes: true },
      ...{ smallest_change: 0.01, base_share: 0.3, last_share: 0.375, design_effect: null, reason: null },
      ...{ design_effect_reason: "no_school_counts", beside_break_p: null, break_reason: null },
    });
    expect(row?.change).toBeCloseTo(0.075, 12);
    expect(row?.within_programmes).toBeCloseTo(0.075, 12);
    expect(row?.between_programmes).toBeCloseTo(0, 12);
  });

  it("is composition only when programmes with more girls grow", async () => {
    const row = await verdict(
      years.flatMap((year, i) => [
        ...group(year, "aso", "wetenschappen", 5000 + 500 * i, 10_000 + 1000 * i),
        ...group(year, "tso", "techniek", 1000 - 100 * i, 10_000 - 1000 * i),
      ]),
    );
    expect(row).toMatchObject({
      verdict: "between_programmes_only",
      is_significant: true,
      is_large: true,
      is_within_programmes: false,
    });
    // a quarter of the pupils moves from 10 % to 50 % girls
    expect(row?.between_programmes).toBeCloseTo(0.1, 12);
    expect(row?.within_programmes).toBeCloseTo(0, 12);
  });

  it("shows no shift when the change may be smaller than what is of interest, however certain", async () => {
    const row = await verdict(
      years.flatMap((year, i) => group(year, "aso", "wetenschappen", 300_000 + 1600 * i, 1_000_000)),
    );
    expect(row).toMatchObject({ verdict: "no_shift_shown", is_significant: true, is_large: false });
    expect(Number(row?.change_lower)).toBeLessThan(0.01);
  });

  it("is not decided with fewer than five years and no counts by school", async () => {
    const row = await verdict(
      years.slice(0, 3).flatMap((year, i) => group(year, "aso", "wetenschappen", 3000 + 500 * i, 10_000)),
    );
    expect(row).toMatchObject({ verdict: "not_decided", is_significant: null, p: null, is_large: true });
  });

  it("is not decided where the change may be no more than the break in the series", async () => {
    const jump = years.flatMap((year, i) =>
      group(
        year,
        "aso",
        "wetenschappen",
        i < 3 ? 3000 + (i % 2) : 3500 + (i % 2),
        10_000,
        i === 3 ? { status: "b" } : {},
      ),
    );
    const row = await verdict(jump);
    expect(row).toMatchObject({ has_break: true, is_significant: true, is_large: true, is_within_programmes: true });
    expect(row).toMatchObject({ verdict: "not_decided", break_reason: "shift_not_told_from_break" });
    expect(Number(row?.beside_break_p)).toBeGreaterThan(0.05);
  });

  it("is a shift across a break when the share rises beside it too", async () => {
    const row = await verdict(
      years.flatMap((year, i) =>
        group(year, "aso", "wetenschappen", 3000 + 150 * i, 10_000, i === 3 ? { status: "b" } : {}),
      ),
    );
    expect(row).toMatchObject({ has_break: true, verdict: "relevant_shift", break_reason: null });
    expect(Number(row?.beside_break_p)).toBeLessThan(0.05);
  });

  it("widens its interval by what pupils of a school have in common", async () => {
    const row = await verdict(
      years.flatMap((year) => [
        ...group(year, "aso", "wetenschappen", 80, 100, { school_id: "900001" }),
        ...group(year, "aso", "wetenschappen", 20, 100, { school_id: "900002" }),
      ]),
    );
    // two schools 30 points off the mean: 2 x (30² + 30²) / 200², over 0.25 / 200
    expect(row?.design_effect).toBeCloseTo(72, 9);
    expect(row?.design_effect_reason).toBeNull();
  });
});

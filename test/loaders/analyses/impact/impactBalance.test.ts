import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { impactWarehouse, replaceRows, type SchoolYears, tablesOf } from "./impactWarehouse.ts";

const YEARS = ["2023-2024", "2024-2025"];
const school = (i: number, stem: number, network: "go" | "vgo", lecture?: string): SchoolYears => ({
  ...{ id: String(20_001 + i), girls: Object.fromEntries(YEARS.map((year) => [year, 20])), stem, network },
  ...(lecture === undefined ? {} : { lecture }),
});
const arm = (from: number, stems: [number, number], go: number, size: number, lecture?: string) =>
  Array.from({ length: size }, (_, i) => school(from + i, stems[i % 2] ?? 0, i < go ? "go" : "vgo", lecture));

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = (await impactWarehouse({})).warehouse;
});
afterAll(() => warehouse.close());

const balanceOf = async (schools: SchoolYears[]) => {
  await replaceRows(warehouse, tablesOf(schools));
  return warehouse.rows("from analyses.impact_balance");
};

describe("the balance of schools reached and others at the first count", () => {
  const reached = arm(0, [100, 120], 6, 10, "2024-03-01");

  it("is their difference in standard deviations, against the limits of 0.05 and 0.25", async () => {
    const rows = await balanceOf([...reached, ...arm(50, [80, 100], 5, 10)]);
    const row = (trait: string, category: string | null = null) =>
      rows.find((one) => one.trait === trait && one.category === category);
    // 0.5 and 0.6 against 0.4 and 0.5 of 200 pupils: 0.55 − 0.45, over √((10 × 0.05² + 10 × 0.05²)/18), times 1 − 3/71
    const spread = Math.sqrt(0.05 / 18);
    const stem = row("stem_share");
    expect(stem).toMatchObject({ reached_schools: 10, other_schools: 10, balance: "large", reason: null });
    expect(stem?.reached).toBeCloseTo(0.55, 12);
    expect(stem?.others).toBeCloseTo(0.45, 12);
    expect(stem?.standardised_difference).toBeCloseTo((0.1 / spread) * (68 / 71), 10);
    // Welch: each arm has variance 0.025/9 of the mean of ten
    expect(stem?.upper).toBeCloseTo(0.1 + 1.959964 * Math.sqrt((2 * 0.025) / 9 / 10), 7);
    // 6 of 10 against 5 of 10: 0.1 over √((0.24 + 0.25)/2)
    expect(row("network", "go")).toMatchObject({ reached: 0.6, others: 0.5, balance: "to_adjust" });
    expect(row("network", "go")?.standardised_difference).toBeCloseTo(0.1 / Math.sqrt(0.245), 12);
    expect(row("network", "vgo")?.standardised_difference).toBeCloseTo(-0.1 / Math.sqrt(0.245), 12);
    expect(row("pupils")).toMatchObject({ reached: 200, others: 200, balance: null, reason: "schools_alike" });
    expect(row("girls_stem_participation")).toMatchObject({ reached: 0.25, others: 0.25, reason: "schools_alike" });
  });

  it("is small where both arms are made alike, and leaves out schools reached by the first count", async () => {
    const before = arm(80, [40, 40], 10, 5, "2022-03-01");
    const rows = await balanceOf([...reached, ...arm(50, [100, 120], 6, 10), ...before]);
    expect(rows.filter(({ balance }) => balance !== null).map(({ balance }) => balance)).toEqual(
      expect.arrayContaining(["small"]),
    );
    expect(new Set(rows.map(({ balance }) => balance))).toEqual(new Set(["small", null]));
    expect(new Set(rows.map(({ reached_schools, other_schools }) => [reached_schools, other_schools].join()))).toEqual(
      new Set(["10,10"]),
    );
  });

  it.each([
    ["reached", "few_treated_schools", 9, 10],
    ["to compare with", "few_control_schools", 10, 9],
  ] as const)("has no figure with nine schools %s", async (_, reason, treated, controls) => {
    const rows = await balanceOf([...reached.slice(0, treated), ...arm(50, [80, 100], 5, controls)]);
    expect(new Set(rows.map((row) => [row.reached, row.standardised_difference, row.reason].join()))).toEqual(
      new Set([`,,${reason}`]),
    );
  });
});

describe("the attrition of the panel", () => {
  it("tells by arm which schools were not counted every year, and whether one arm loses more", async () => {
    const gone = (one: SchoolYears): SchoolYears => ({ ...one, girls: { "2023-2024": 20 } });
    const reached = arm(0, [100, 120], 6, 20, "2024-03-01").map((one, i) => (i < 4 ? gone(one) : one));
    const others = arm(50, [100, 120], 6, 20).map((one, i) => (i < 1 ? gone(one) : one));
    await balanceOf([...reached, ...others, ...arm(80, [100, 100], 2, 3, "2022-03-01")]);
    const rows = await warehouse.rows("from analyses.impact_attrition");
    expect(rows.map((row) => [row.arm, row.schools, row.not_every_year, row.lost_share])).toEqual([
      ["reached_from_start", 3, 0, 0],
      ["reached", 20, 4, 0.2],
      ["others", 20, 1, 0.05],
    ]);
    // Newcombe: Wilson of 4 of 20 is 0.0807 to 0.4160, of 1 of 20 is 0.0089 to 0.2361
    const [, row] = rows;
    expect(row?.difference).toBeCloseTo(0.15, 12);
    expect(row?.lower).toBeCloseTo(0.15 - Math.hypot(0.2 - 0.0807, 0.2361 - 0.05), 3);
    expect(row?.upper).toBeCloseTo(0.15 + Math.hypot(0.416 - 0.2, 0.05 - 0.0089), 3);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregateEffects } from "../../statistics/impact/aggregateEffects.ts";
import { simultaneousBand } from "../../statistics/impact/band.ts";
import { groupTimeEffects } from "../../statistics/impact/groupTimeEffects.ts";
import type { PanelRow } from "../../statistics/impact/panel.ts";
import { individualEffect, minimumDetectableEffect } from "../../statistics/impact/power.ts";
import { preTrendMaxTest, preTrendMean, preTrendTest } from "../../statistics/impact/preTrend.ts";
import { publishRule } from "../../statistics/impact/publishRule.ts";
import { drawNormal, seededRandom } from "../../statistics/random.ts";
import { expectFault, notNumbers } from "./fault.ts";

const unit = (
  name: string,
  firstTreated: number,
  outcomes: (number | null)[],
  more: Partial<PanelRow> = {},
): PanelRow[] => outcomes.map((outcome, i) => ({ unit: name, period: 2001 + i, outcome, firstTreated, ...more }));

/** Four schools over three years: two treated in 2002, one in 2003, one never. */
const small = [
  ...unit("a", 2002, [10, 14, 15]),
  ...unit("b", 2002, [20, 26, 29]),
  ...unit("c", 2003, [30, 31, 36]),
  ...unit("d", 0, [40, 43, 44]),
];
const made = (schools: number, effect: number, seed: number): PanelRow[] => {
  const random = seededRandom(seed);
  return Array.from({ length: schools }, (_, i) => {
    const firstTreated = [0, 2003, 2004, 2006][i % 4] as number;
    const level = drawNormal(random);
    return Array.from({ length: 6 }, (_, t) => {
      const period = 2001 + t;
      const lift = firstTreated > 0 && period >= firstTreated ? effect : 0;
      return { unit: i, period, outcome: level + 0.1 * t + lift + 0.2 * drawNormal(random), firstTreated };
    });
  }).flat();
};

describe("groupTimeEffects", () => {
  it("is worked out by hand with not-yet-treated controls", () => {
    const found = groupTimeEffects(small);
    expect(found.cells.map(({ group, period, att }) => [group, period, att])).toEqual([
      [2002, 2002, 5 - 2],
      [2002, 2003, 7 - 4],
      [2003, 2002, 1 - 3],
      [2003, 2003, 5 - 1],
    ]);
    expect(found.cells.map(({ treated, controls }) => [treated, controls])).toEqual([
      [2, 2],
      [2, 1],
      [1, 1],
      [1, 1],
    ]);
    // changes 4 and 6 around 5, 1 and 3 around 2, each of two units among four: influences ∓2 and ±2
    expect(found.cells[0]?.se).toBeCloseTo(Math.sqrt((4 + 4 + 4 + 4) / 4 / 4), 14);
    expect(found.cells[1]?.se).toBeCloseTo(Math.sqrt((16 + 16) / 4 / 4), 14);
  });

  it("is worked out by hand with never-treated controls and a universal base", () => {
    const found = groupTimeEffects(small, { controlGroup: "never", basePeriod: "universal" });
    expect(found.cells.map(({ group, period, att, se }) => [group, period, att, se === null])).toEqual([
      [2002, 2001, 0, true],
      [2002, 2002, 2, false],
      [2002, 2003, 3, false],
      [2003, 2001, 2, false],
      [2003, 2002, 0, true],
      [2003, 2003, 4, false],
    ]);
  });

  it("weights give weighted means, and clusters sum the influence", () => {
    const rows = [
      ...unit("a", 2002, [0, 4], { weight: 3, cluster: "x" }),
      ...unit("b", 2002, [0, 8], { weight: 1, cluster: "x" }),
      ...unit("c", 0, [0, 1], { weight: 2, cluster: "y" }),
      ...unit("d", 0, [0, 2], { weight: 2, cluster: "z" }),
    ];
    const [cell] = groupTimeEffects(rows).cells;
    expect(cell?.att).toBeCloseTo(5 - 1.5, 14);
    // the treated cancel within their cluster; controls: 4 × 2 / 4 × ±0.5
    expect(cell?.se).toBeCloseTo(Math.sqrt(1 + 1) / 4, 14);
  });

  it("schools treated later than the last year are controls, from the first year on are left out, and so are gaps", () => {
    const found = groupTimeEffects([
      ...small,
      ...unit("e", 2009, [1, 2, 3]),
      ...unit("f", 2001, [1, 2, 3]),
      ...unit("g", 0, [1, null, 3]),
      ...unit("h", 2002, [1, 2]),
    ]);
    expect(found.units).toBe(5);
    expect(found.dropped).toEqual({ incomplete: 2, treatedFromStart: 1 });
    expect(found.cells.map((cell) => cell.controls)).toEqual([3, 2, 2, 2]);
  });

  it("says why there is no cell: no rows, one year, no treated, no controls", () => {
    const absent = (rows: PanelRow[], options = {}) => {
      const found = groupTimeEffects(rows, options);
      expect(found.cells).toEqual([]);
      expect(aggregateEffects(found, "simple")).toBeNull();
      expect(aggregateEffects(found, "dynamic")).toBeNull();
      expect(preTrendTest(found)).toBeNull();
      expect(simultaneousBand(found.cells, found)).toBeNull();
      expect(publishRule(found).publish).toBe(false);
      return found.absent;
    };
    expect(absent([])).toBe("no_units");
    expect(absent(unit("a", 0, [null, null]))).toBe("no_units");
    expect(absent([...unit("a", 0, [1]), ...unit("b", 2002, [1])])).toBe("one_period");
    expect(absent([...unit("a", 0, [1, 2]), ...unit("b", 0, [1, 2])])).toBe("no_treated");
    expect(absent([...unit("a", 2002, [1, 2]), ...unit("b", 2002, [1, 2])])).toBe("no_controls");
    const late = groupTimeEffects([...unit("a", 2002, [1, 2, 3]), ...unit("b", 2003, [1, 2, 4])]);
    expect(late.cells.map((cell) => [cell.group, cell.period])).toEqual([[2002, 2002]]);
    expect(late.skipped.length).toBe(3);
  });

  it("refuses a row twice, a school with two starts, no numbers, and unknown options", () => {
    expectFault(() => groupTimeEffects([...small, ...unit("a", 2002, [1])]), "duplicate");
    expectFault(
      () => groupTimeEffects([...small, { unit: "a", period: 2009, outcome: 1, firstTreated: 0 }]),
      "contradictory",
    );
    expectFault(() => groupTimeEffects(unit("a", 0, [Number.NaN])), "not_a_number");
    expectFault(() => groupTimeEffects(unit("a", Number.NaN, [1])), "not_a_number");
    expectFault(() => groupTimeEffects(unit("a", 0, [1], { weight: 0 })), "not_positive");
    expectFault(() => groupTimeEffects(small, { controlGroup: "all" as "never" }), "unknown_option");
    expectFault(() => aggregateEffects(groupTimeEffects(small), "none" as "simple"), "unknown_option");
  });

  it("the effect moves with the treated, not with the order of rows or a common change", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.double({ min: -5, max: 5, noNaN: true }), (seed, lift) => {
        const rows = made(12, 0, seed);
        const moved = rows
          .map((row) => ({
            ...row,
            outcome:
              (row.outcome ?? 0) + 3 * row.period + (row.firstTreated > 0 && row.period >= row.firstTreated ? lift : 0),
          }))
          .toReversed();
        const [before, after] = [groupTimeEffects(rows), groupTimeEffects(moved)];
        const plain = before.cells.find((cell) => cell.group === 2003 && cell.period === 2003);
        const lifted = after.cells.find((cell) => cell.group === 2003 && cell.period === 2003);
        expect(lifted?.att).toBeCloseTo((plain?.att ?? 0) + lift, 9);
        expect(lifted?.se).toBeCloseTo(plain?.se ?? 0, 9);
      }),
    );
  });
});

describe("aggregateEffects", () => {
  it("is worked out by hand on the small panel", () => {
    const found = groupTimeEffects(small);
    expect(aggregateEffects(found, "simple")?.overall.att).toBeCloseTo((2 * 3 + 2 * 3 + 4) / 5, 14);
    const dynamic = aggregateEffects(found, "dynamic");
    expect(dynamic?.effects.map(({ key, att }) => [key, att])).toEqual([
      [-1, -2],
      [0, expect.closeTo((2 * 3 + 4) / 3, 12)],
      [1, 3],
    ]);
    expect(dynamic?.overall.att).toBeCloseTo((10 / 3 + 3) / 2, 14);
    const group = aggregateEffects(found, "group");
    expect(group?.effects.map(({ key, att }) => [key, att])).toEqual([
      [2002, 3],
      [2003, 4],
    ]);
    expect(group?.overall.att).toBeCloseTo((2 * 3 + 4) / 3, 14);
    const calendar = aggregateEffects(found, "calendar");
    expect(calendar?.effects.map(({ key }) => key)).toEqual([2002, 2003]);
    expect(calendar?.overall.att).toBeCloseTo((3 + 10 / 3) / 2, 14);
  });

  it("recovers an effect that was built in, within its interval", () => {
    const found = groupTimeEffects(made(400, 0.5, 11));
    for (const kind of ["simple", "dynamic", "group", "calendar"] as const) {
      const { att, se } = aggregateEffects(found, kind)?.overall ?? { att: 0, se: 0 };
      expect(Math.abs(att - 0.5)).toBeLessThan(3 * (se ?? 0));
      expect(se).toBeLessThan(0.05);
    }
    expect(notNumbers(aggregateEffects(found, "dynamic")?.effects)).toEqual([]);
  });
});

describe("what stands beside an effect", () => {
  it("the pre-trend test counts the cells before treatment, and finds a trend that was built in", () => {
    const rows = made(200, 0.5, 3);
    const calm = preTrendTest(groupTimeEffects(rows));
    expect(calm?.degreesOfFreedom).toBe(1 + 2 + 4);
    expect(calm?.p).toBeGreaterThan(0.001);
    const drifting = rows.map((row) => ({
      ...row,
      outcome: (row.outcome ?? 0) + (row.firstTreated > 0 ? row.period : 0),
    }));
    expect(preTrendTest(groupTimeEffects(drifting))?.p).toBeLessThan(1e-6);
    expect(preTrendTest(groupTimeEffects(unit("a", 2003, [1, 1, 2]).concat(unit("b", 0, [1, 1, 1]))))).toBeNull();
  });

  const dynamicOf = (rows: PanelRow[]) => {
    const dynamic = aggregateEffects(groupTimeEffects(rows, { basePeriod: "universal" }), "dynamic");
    if (dynamic === null) throw new Error("no aggregate");
    return dynamic;
  };

  it("the test on the largest effect before treatment finds a built-in trend, the same for the same seed", () => {
    const rows = made(200, 0.5, 3);
    const calm = preTrendMaxTest(dynamicOf(rows));
    expect(calm?.p).toBeGreaterThan(0.05);
    expect(preTrendMaxTest(dynamicOf(rows))).toEqual(calm);
    const drifting = rows.map((row) => ({
      ...row,
      outcome: (row.outcome ?? 0) + (row.firstTreated > 0 ? row.period : 0),
    }));
    expect(preTrendMaxTest(dynamicOf(drifting))?.p).toBeCloseTo(1 / 1001, 12);
    const none = dynamicOf(unit("a", 2002, [1, 2, 2]).concat(unit("b", 2002, [1, 3, 2]), unit("c", 0, [1, 1, 3])));
    expect(preTrendMaxTest(none)).toBeNull();
    expect(preTrendMean(none)).toBeNull();
    expectFault(() => preTrendMaxTest(dynamicOf(rows), { draws: 0 }), "not_positive");
  });

  it("keeps its level with many small groups, where the test on all cells does not", () => {
    const p = Array.from({ length: 40 }, (_, seed) => {
      const random = seededRandom(seed + 100);
      const rows = Array.from({ length: 150 }, (_, i) => {
        const firstTreated = [0, 0, 0, 0, 0, 2003, 2004, 2005, 2006, 2007][i % 10] as number;
        return Array.from({ length: 8 }, (_, t) => ({
          ...{ unit: i, period: 2001 + t, outcome: drawNormal(random), firstTreated },
        }));
      }).flat();
      return {
        largest: preTrendMaxTest(dynamicOf(rows), { draws: 199 })?.p ?? 0,
        cells: preTrendTest(groupTimeEffects(rows))?.p ?? 0,
      };
    });
    expect(p.filter(({ largest }) => largest < 0.05).length).toBeLessThanOrEqual(6);
    expect(p.filter(({ cells }) => cells < 0.05).length).toBeGreaterThan(10);
  });

  it("the mean before treatment is that of its event times", () => {
    // from 2002: group 2003 is 2 higher in 2001 than its base, controls stay
    const rows = [
      ...unit("a", 2003, [3, 1, 5]),
      ...unit("b", 2003, [3.5, 1, 5]),
      ...unit("c", 0, [1, 1, 1]),
      ...unit("d", 0, [1, 1, 1]),
    ];
    const mean = preTrendMean(dynamicOf(rows));
    expect(mean?.att).toBeCloseTo(2.25, 12);
    // 2 treated of 4, each 0.25 from their mean: √(2 × (4/2 × 0.25)²)/4
    expect(mean?.se).toBeCloseTo(Math.sqrt(2 * 0.5 ** 2) / 4, 12);
  });

  it("the band is wider than each interval, the same for the same seed, and leaves out the base", () => {
    const found = groupTimeEffects(made(80, 0.5, 5), { basePeriod: "universal" });
    const dynamic = aggregateEffects(found, "dynamic");
    if (dynamic === null) throw new Error("no aggregate");
    const band = simultaneousBand(dynamic.effects, dynamic, { seed: 4 });
    expect(band?.critical).toBeGreaterThan(1.96);
    expect(band?.critical).toBeLessThan(4);
    const base = dynamic.effects.findIndex((effect) => effect.key === -1);
    expect(band?.intervals[base]).toBeNull();
    expect(simultaneousBand(dynamic.effects, dynamic, { seed: 4 })).toEqual(band);
    expectFault(() => simultaneousBand(dynamic.effects, dynamic, { draws: 0 }), "not_positive");
  });

  it("the smallest effect that would be found is 2.8016 standard errors (Bloom 1995)", () => {
    expect(minimumDetectableEffect(1)).toBeCloseTo(2.8016, 4);
    expect(minimumDetectableEffect(0.0120340127701854)).toBeCloseTo(0.0337, 4);
    expect(minimumDetectableEffect(null)).toBeNull();
    expect(minimumDetectableEffect(0)).toBeNull();
    expectFault(() => minimumDetectableEffect(-1), "negative");
    expectFault(() => minimumDetectableEffect(Number.NaN), "not_a_number");
  });

  it("an effect on a school is diluted by the share of pupils who were there", () => {
    expect(individualEffect(0.02, 0.1)).toBeCloseTo(0.2, 14);
    expect(individualEffect(0.02, 0)).toBeNull();
    expect(individualEffect(0.1, 1e-320)).toBeNull();
    expectFault(() => individualEffect(0.02, 1.5), "not_a_fraction");
  });

  it("small groups are not published, and the reasons are named", () => {
    expect(publishRule(groupTimeEffects(small)).reasons).toEqual(["few_treated", "few_controls", "small_cell"]);
    expect(publishRule(groupTimeEffects(made(80, 0.5, 5)))).toMatchObject({ publish: true, treated: 60, reasons: [] });
  });
});

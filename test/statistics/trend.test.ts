import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cochranArmitage } from "../../statistics/trend/cochranArmitage.ts";
import { holm } from "../../statistics/trend/holm.ts";
import { shiftVerdict } from "../../statistics/trend/shiftVerdict.ts";
import { expectFault } from "./fault.ts";

describe("cochranArmitage", () => {
  it("meets the smokers of R's prop.trend.test (Fleiss 1981)", () => {
    const found = cochranArmitage([83, 90, 129, 70], [86, 93, 136, 82], [1, 2, 3, 4]);
    expect(found?.chiSquared).toBeCloseTo(8.22492228519771, 11);
    expect(found?.p).toBeCloseTo(0.00413189747764149, 13);
    expect(found?.direction).toBe(-1);
    expect(found?.homogeneity.chiSquared).toBeCloseTo(12.6004112971276, 11);
    expect(found?.remainder?.chiSquared).toBeCloseTo(12.6004112971276 - 8.22492228519771, 11);
    expect(found?.remainder?.degreesOfFreedom).toBe(2);
    expect(cochranArmitage([83, 90, 129, 70], [86, 93, 136, 82], [0, 0, 0, 1])?.chiSquared).toBeCloseTo(12.1731, 4);
  });

  it("meets the malformations of Agresti (Graubard & Korn 1987)", () => {
    const found = cochranArmitage([48, 38, 5, 1, 1], [17114, 14502, 793, 127, 38], [0, 0.5, 1.5, 4, 7]);
    expect(found?.chiSquared).toBeCloseTo(6.57013394470554, 11);
    expect(found?.direction).toBe(1);
  });

  it("does not change with the origin or the unit of the scores, and turns with their sign", () => {
    const group = fc.tuple(fc.nat(40), fc.integer({ min: 41, max: 90 }));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: -2020, max: 2020 }),
        (groups, origin) => {
          const x = groups.map(([successes]) => successes);
          const n = groups.map(([, trials]) => trials);
          const plain = cochranArmitage(
            x,
            n,
            x.map((_, i) => i),
          );
          const moved = cochranArmitage(
            x,
            n,
            x.map((_, i) => origin - 3 * i),
          );
          if (!plain || !moved) {
            expect(moved).toBe(plain);
            return;
          }
          expect(moved.chiSquared).toBeCloseTo(plain.chiSquared, 6);
          if (plain.chiSquared > 1e-9) expect(moved.direction).toBe(-plain.direction);
          expect(plain.chiSquared).toBeLessThanOrEqual(plain.homogeneity.chiSquared + 1e-9);
        },
      ),
    );
  });

  it("is null for an empty series, one year, empty years, and a share of 0 or 1", () => {
    expect(cochranArmitage([], [], [])).toBeNull();
    expect(cochranArmitage([1], [2], [2020])).toBeNull();
    expect(cochranArmitage([1, 0], [2, 0], [1, 2])).toBeNull();
    expect(cochranArmitage([0, 0], [2, 3], [1, 2])).toBeNull();
    expect(cochranArmitage([2, 3], [2, 3], [1, 2])).toBeNull();
    expect(cochranArmitage([1, 2], [2, 3], [5, 5])).toBeNull();
  });

  it("refuses lists that do not run side by side, and scores that are no numbers", () => {
    expectFault(() => cochranArmitage([1], [2, 3], [1, 2]), "lengths_differ");
    expectFault(() => cochranArmitage([1, 1], [2, 3], [1, Number.NaN]), "not_a_number");
    expectFault(() => cochranArmitage([3, 1], [2, 3], [1, 2]), "more_successes_than_trials");
  });
});

describe("holm", () => {
  it("multiplies the smallest by their number and never falls", () => {
    const adjusted = holm([0.04, 0.01, 0.03]);
    expect(adjusted[0]).toBeCloseTo(0.06, 14);
    expect(adjusted[1]).toBeCloseTo(0.03, 14);
    expect(adjusted[2]).toBeCloseTo(0.06, 14);
    expect(holm([])).toEqual([]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expectFault(() => holm([1.2]), "not_a_fraction");
  });
});

describe("shiftVerdict", () => {
  const rise = [27.4, 28, 28.5, 29.1, 29.4, 30.1].map((percent, i) => ({
    time: 2010 + i,
    successes: Math.round(percent * 300),
    trials: 30_000,
  }));
  const strata = (weight: number, first: number, second: number) => [
    { stratum: "science", weight, rate: first },
    { stratum: "technology", weight: 1 - weight, rate: second },
  ];
  const split = (before: ReturnType<typeof strata>, after: ReturnType<typeof strata>) =>
    rise.map((year, i) => ({ ...year, ...(i === 0 ? { strata: before } : {}), ...(i === 5 ? { strata: after } : {}) }));

  it("a steady rise inside the strata is a relevant shift", () => {
    const found = shiftVerdict(split(strata(0.5, 0.45, 0.098), strata(0.5, 0.5, 0.102)), { base: 2010 });
    expect(found?.verdict).toBe("relevant_shift");
    // the counts lie closer to a line than chance would have them; the test knows their scatter, the line does not go below 1
    expect(found?.significant.dispersion).toBeCloseTo(0.1174, 4);
    expect(found?.large.change).toBeCloseTo(0.027, 10);
    expect(found?.large.interval.lower).toBeGreaterThan(0.01);
    expect(found?.rateDriven.decomposition?.rate).toBeCloseTo(0.027, 10);
  });

  it("the same rise from larger strata is composition only", () => {
    const found = shiftVerdict(split(strata(0.5, 0.45, 0.098), strata(0.5767, 0.45, 0.098)), { base: 2010 });
    expect(found?.verdict).toBe("between_programmes_only");
    expect(found?.rateDriven.met).toBe(false);
  });

  it("tests the trend on the cohorts, where the series counts pupils twice", () => {
    const flat = rise.map(({ time }, i) => ({ time, successes: 3000 + (i % 2), trials: 10_000 }));
    const given = split(strata(0.5, 0.45, 0.098), strata(0.5, 0.5, 0.102));
    expect(shiftVerdict(given, { base: 2010, cohorts: flat })?.significant.met).toBe(false);
    expect(shiftVerdict(given, { base: 2010, cohorts: [] })?.significant).toMatchObject({ met: null, p: null });
    expect(shiftVerdict(given, { base: 2010, cohorts: [] })?.verdict).toBe("not_decided");
  });

  it("without strata the verdict stays open", () => {
    expect(shiftVerdict(rise, { base: 2010 })?.verdict).toBe("not_decided");
  });

  it("a change below the smallest of interest is no shift, however significant", () => {
    const found = shiftVerdict(rise, { base: 2010, smallestChange: 0.03 });
    expect(found?.significant.met).toBe(true);
    expect(found?.verdict).toBe("no_shift_shown");
  });

  it("a fall is no shift", () => {
    const fall = rise.map((year, i) => ({ ...year, time: 2015 - i }));
    expect(shiftVerdict(fall, { base: 2010 })?.verdict).toBe("no_shift_shown");
  });

  it("with fewer than five years the design effect decides, and without one nothing does", () => {
    const few = rise.filter((_, i) => i % 2 === 1);
    expect(shiftVerdict(few, { base: 2011 })?.significant.met).toBeNull();
    expect(shiftVerdict(few, { base: 2011, designEffect: 2 })?.significant).toMatchObject({ met: true, dispersion: 2 });
    expect(shiftVerdict(few, { base: 2011, designEffect: 100 })?.verdict).toBe("no_shift_shown");
  });

  it("is null for an empty series, one year, or a base year that is not there", () => {
    expect(shiftVerdict([], { base: 2010 })).toBeNull();
    expect(shiftVerdict(rise.slice(0, 1), { base: 2010 })).toBeNull();
    expect(shiftVerdict(rise, { base: 2009 })).toBeNull();
    expect(shiftVerdict(rise, { base: 2015 })).toBeNull();
  });

  it("refuses a year twice and a base that is no number", () => {
    expectFault(() => shiftVerdict([...rise, ...rise], { base: 2010 }), "duplicate");
    expectFault(() => shiftVerdict(rise, { base: Number.NaN }), "not_a_number");
  });
});

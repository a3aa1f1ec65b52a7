import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kitagawaInterval } from "../../statistics/decomposition/bootstrap.ts";
import { kitagawa, kitagawaChain, type Stratum } from "../../statistics/decomposition/kitagawa.ts";
import { decomposeProduct } from "../../statistics/decomposition/product.ts";
import { expectFault } from "./fault.ts";

const year = (...parts: [string, number, number | null][]): Stratum[] =>
  parts.map(([stratum, weight, rate]) => ({ stratum, weight, rate }));
const shares = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 4,
    maxLength: 4,
  })
  .map((parts) => {
    const all = parts.reduce((sum, [size]) => sum + size, 0);
    return parts.map(([size, rate], i) => ({ stratum: `s${i}`, weight: size / all, rate }));
  });
const overall = (strata: Stratum[]) => strata.reduce((sum, { weight, rate }) => sum + weight * (rate ?? 0), 0);

describe("kitagawa", () => {
  it("meets the headship rates of 1970 and 1985 (Das Gupta 1993, example 5.1)", () => {
    const w0 = [12.9, 10.9, 9.5, 8, 7.8, 8.4, 8.6, 7.8, 7, 5.9, 4.7, 3.6, 4.9];
    const w1 = [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6, 6.3, 5.9, 5.1, 4, 5.5];
    const r0 = [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8];
    const r1 = [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2];
    const strata = (weights: number[], rates: number[]) =>
      weights.map((weight, i) => ({ stratum: `${i}`, weight: weight / 100, rate: rates[i] as number }));
    const found = kitagawa(strata(w0, r0), strata(w1, r1));
    expect(found?.total).toBeCloseTo(2.9672, 4);
    expect(found?.composition).toBeCloseTo(1.2269, 4);
    expect(found?.rate).toBeCloseTo(1.7403, 4);
  });

  it("adds up exactly, by effect and by stratum, and turns its sign with the years", () => {
    fc.assert(
      fc.property(shares, shares, (before, after) => {
        const found = kitagawa(before, after);
        const turned = kitagawa(after, before);
        if (!found || !turned) throw new Error("no split");
        expect(found.total).toBeCloseTo(overall(after) - overall(before), 12);
        expect(found.composition + found.rate).toBeCloseTo(found.total, 12);
        expect(found.byStratum.reduce((sum, part) => sum + part.composition, 0)).toBeCloseTo(found.composition, 12);
        expect(found.byStratum.reduce((sum, part) => sum + part.rate, 0)).toBeCloseTo(found.rate, 12);
        expect(turned.composition).toBeCloseTo(-found.composition, 12);
      }),
    );
  });

  it("a stratum in one year only counts as composition and is marked", () => {
    const found = kitagawa(year(["a", 1, 0.2]), year(["a", 0.5, 0.2], ["b", 0.5, 0.4]));
    expect(found?.rate).toBe(0);
    expect(found?.composition).toBeCloseTo(0.1, 14);
    expect(found?.byStratum.map((part) => part.inOneYearOnly)).toEqual([false, true]);
  });

  it("is null when a year has no strata", () => {
    expect(kitagawa([], year(["a", 1, 0.2]))).toBeNull();
    expect(kitagawa(year(["a", 1, 0.2]), [])).toBeNull();
  });

  it("refuses weights that do not add up, a missing rate, a stratum twice, and no numbers", () => {
    const good = year(["a", 1, 0.2]);
    expectFault(() => kitagawa(year(["a", 0.9, 0.2]), good), "weights_do_not_add_up");
    expectFault(() => kitagawa(good, year(["a", 1, null])), "rate_missing");
    expectFault(() => kitagawa(year(["a", 0.5, 0.2], ["a", 0.5, 0.2]), good), "duplicate");
    expectFault(() => kitagawa(year(["a", Number.NaN, 0.2]), good), "not_a_number");
    expectFault(() => kitagawa(year(["a", -1, 0.2]), good), "negative");
  });
});

describe("kitagawaChain", () => {
  it("adds its steps, whose total is the change from end to end", () => {
    const years = [
      year(["a", 0.5, 0.2], ["b", 0.5, 0.4]),
      year(["a", 0.4, 0.25], ["b", 0.6, 0.4]),
      year(["a", 1, 0.3]),
    ];
    const found = kitagawaChain(years);
    expect(found?.steps.length).toBe(2);
    expect(found?.total).toBeCloseTo(0, 14);
    expect((found?.composition ?? 0) + (found?.rate ?? 0)).toBeCloseTo(0, 14);
    expect(kitagawaChain(years.slice(0, 1))).toBeNull();
    expect(kitagawaChain([])).toBeNull();
  });
});

describe("decomposeProduct", () => {
  it("meets the earnings of example 2.1 (Das Gupta 1993)", () => {
    const found = decomposeProduct({ a: 10930, b: 0.717892 }, { a: 16591, b: 0.825974 });
    expect(found.a).toBeCloseTo(4369.913, 3);
    expect(found.b).toBeCloseTo(1487.262, 3);
    expect(found.a + found.b).toBeCloseTo(found.total, 9);
    expectFault(() => decomposeProduct({ a: 1, b: Number.NaN }, { a: 1, b: 1 }), "not_a_number");
  });
});

describe("kitagawaInterval", () => {
  const schools = Array.from({ length: 30 }, (_, i) => ({
    before: [{ stratum: "a", successes: 10 + (i % 5), trials: 50 }],
    after: [{ stratum: "a", successes: 20 + (i % 7), trials: 50 }],
  }));

  it("holds the estimate, and the same seed gives the same limits", () => {
    const found = kitagawaInterval(schools, { draws: 300, seed: 7 });
    const sum = (side: "before" | "after") =>
      schools.reduce((all, school) => all + (school[side][0]?.successes ?? 0), 0);
    const change = (sum("after") - sum("before")) / 1500;
    expect(found?.total.lower).toBeLessThan(change);
    expect(found?.total.upper).toBeGreaterThan(change);
    expect(found?.composition).toEqual({ lower: expect.closeTo(0, 12), upper: expect.closeTo(0, 12) });
    expect(kitagawaInterval(schools, { draws: 300, seed: 7 })).toEqual(found);
  });

  it("is null with fewer than two schools and when nobody is counted", () => {
    expect(kitagawaInterval([])).toBeNull();
    expect(kitagawaInterval(schools.slice(0, 1))).toBeNull();
    expect(kitagawaInterval(schools.map(({ before }) => ({ before, after: [] })))).toBeNull();
  });
});

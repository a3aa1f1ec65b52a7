import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachBounds } from "../../statistics/reach.ts";
import { expectFault } from "./fault.ts";

describe("reachBounds", () => {
  it("without overlaps are Fréchet's, with the independent reach beside them", () => {
    const found = reachBounds([0.4, 0.3, 0.2]);
    expect(found?.lower).toBe(0.4);
    expect(found?.upper).toBeCloseTo(0.9, 14);
    expect(found?.independent).toBeCloseTo(0.664, 14);
    expect(reachBounds([0.7, 0.6])).toEqual({ lower: 0.7, upper: 1, independent: expect.closeTo(0.88, 14) });
  });

  it("400 spots of 0.1 % reach 33 % if they fall by chance (published planning example)", () => {
    expect(reachBounds(new Array(400).fill(0.001))?.independent).toBeCloseTo(0.3298140939932599, 13);
  });

  it("two channels with a known overlap are known exactly", () => {
    const found = reachBounds([0.5, 0.4], { "0-1": 0.2 });
    expect(found?.lower).toBeCloseTo(0.7, 14);
    expect(found?.upper).toBeCloseTo(0.7, 14);
    expect(reachBounds([0.5, 0.4], { "1-0": 0.2 })).toEqual(found);
  });

  it("is worked out by hand: three channels of 0.4 that share 0.1 two by two", () => {
    const found = reachBounds([0.4, 0.4, 0.4], { "0-1": 0.1, "0-2": 0.1, "1-2": 0.1 });
    expect(found?.upper).toBeCloseTo(1, 14);
    expect(found?.lower).toBeCloseTo(0.9, 14);
  });

  it("hold the true union of any audience, whatever overlaps are told", () => {
    const person = fc.integer({ min: 0, max: 31 });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), fc.nat(1023), (people, told) => {
        const part = (holds: (mask: number) => boolean) => people.filter(holds).length / people.length;
        const channels = [0, 1, 2, 3, 4];
        const reaches = channels.map((i) => part((mask) => ((mask >> i) & 1) === 1));
        const pairs = channels.flatMap((i) => channels.slice(0, i).map((j) => [j, i] as const));
        const overlaps = Object.fromEntries(
          pairs
            .filter((_, k) => (told >> k) & 1)
            .map(([i, j]) => [`${i}-${j}`, part((mask) => ((mask >> i) & (mask >> j) & 1) === 1)]),
        );
        const union = part((mask) => mask > 0);
        const found = reachBounds(reaches, overlaps);
        const untold = reachBounds(reaches);
        if (!found || !untold) throw new Error("no bounds");
        expect(found.lower).toBeLessThanOrEqual(union + 1e-9);
        expect(found.upper).toBeGreaterThanOrEqual(union - 1e-9);
        expect(found.lower).toBeGreaterThanOrEqual(untold.lower);
        expect(found.upper).toBeLessThanOrEqual(untold.upper + 1e-9);
        expect(untold.independent).toBeGreaterThanOrEqual(untold.lower - 1e-12);
        expect(untold.independent).toBeLessThanOrEqual(untold.upper + 1e-12);
      }),
    );
  });

  it("is null without channels", () => {
    expect(reachBounds([])).toBeNull();
    expect(reachBounds([0, 0])).toEqual({ lower: 0, upper: 0, independent: 0 });
  });

  it("refuses overlaps that the reaches do not allow, unknown channels, and no fractions", () => {
    expectFault(() => reachBounds([0.5, 0.4], { "0-1": 0.45 }), "contradictory");
    expectFault(() => reachBounds([0.9, 0.8], { "0-1": 0.6 }), "contradictory");
    expectFault(() => reachBounds([0.5, 0.4], { "0-2": 0.1 }), "out_of_range");
    expectFault(() => reachBounds([0.5, 0.4], { "0-0": 0.1 }), "out_of_range");
    expectFault(() => reachBounds([0.5, 0.4], { "0-1": 0.1, "1-0": 0.1 }), "duplicate");
    expectFault(() => reachBounds([1.5]), "not_a_fraction");
    expectFault(() => reachBounds([Number.NaN]), "not_a_number");
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { reachSolver } from "../../loaders/analyses/campaigns/reachSolver.ts";
import { partBounds } from "../../statistics/reach/partBounds.ts";
import { reachBounds } from "../../statistics/reach/reachBounds.ts";
import { type CellSolver, sharpReachBounds } from "../../statistics/reach/sharpReachBounds.ts";
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

describe("sharpReachBounds", () => {
  let solve: CellSolver;
  beforeAll(async () => {
    solve = await reachSolver();
  });

  it("are Fréchet's without overlaps (published cases)", () => {
    expect(sharpReachBounds([0.4, 0.3, 0.2], {}, solve)).toEqual({
      lower: expect.closeTo(0.4, 9),
      upper: expect.closeTo(0.9, 9),
      independent: expect.closeTo(0.664, 12),
    });
    expect(sharpReachBounds([0.7, 0.6], {}, solve)).toMatchObject({
      ...{ lower: expect.closeTo(0.7, 9), upper: expect.closeTo(1, 9) },
    });
  });

  it("are sharper than sums of overlaps can tell: a ring of four leaves no room for three at once", () => {
    const ring = { "0-1": 0.1, "1-2": 0.1, "2-3": 0.1, "0-3": 0.1, "0-2": 0, "1-3": 0 };
    const found = sharpReachBounds([0.25, 0.25, 0.25, 0.25], ring, solve);
    expect(found?.lower).toBeCloseTo(0.6, 9);
    expect(found?.upper).toBeCloseTo(0.6, 9);
    expect(reachBounds([0.25, 0.25, 0.25, 0.25], ring)?.upper).toBeCloseTo(0.7, 9);
  });

  it("bound a part of the universe from the overlap: 20 % saw both, of whom at most the 10 % girls of the second", () => {
    const part = [
      { least: 0.3, most: 0.3 },
      { least: 0.1, most: 0.1 },
    ];
    const found = sharpReachBounds([0.5, 0.4], { "0-1": 0.2 }, solve, { part });
    expect(found?.lower).toBeCloseTo(0.3, 9);
    expect(found?.upper).toBeCloseTo(0.4, 9);
  });

  it("refuse what no audience can have, unless rounding explains it", () => {
    const rounded = { "0-1": 0.2, "1-2": 0.2, "0-2": 0.19 };
    expectFault(() => sharpReachBounds([0.2, 0.2, 0.2], rounded, solve), "contradictory");
    const found = sharpReachBounds([0.2, 0.2, 0.2], rounded, solve, { play: 0.005 });
    expect(found?.lower).toBeCloseTo(0.205, 9);
    expect(found?.upper).toBeCloseTo(0.21, 9);
    expectFault(() => sharpReachBounds(new Array(11).fill(0.1), {}, solve), "out_of_range");
    expectFault(() => sharpReachBounds([0.2], {}, solve, { part: [] }), "lengths_differ");
    expectFault(() => sharpReachBounds([0.2], {}, solve, { part: [{ least: 0.2, most: 0.1 }] }), "contradictory");
    expect(sharpReachBounds([], {}, solve)).toBeNull();
  });

  it("hold the true union, and the girls in it, of any audience, and are never wider than the other bounds", () => {
    const person = fc.integer({ min: 0, max: 31 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(person, { minLength: 1, maxLength: 30 }),
        fc.nat(63),
        (channels, people, told) => {
          const share = (holds: (mask: number) => boolean) => people.filter(holds).length / people.length;
          const all = Array.from({ length: channels }, (_, i) => i);
          const saw = (mask: number, i: number) => ((mask >> i) & 1) === 1;
          const isGirl = (mask: number) => mask >= 16;
          const reaches = all.map((i) => share((mask) => saw(mask, i)));
          const part = all
            .map((i) => share((mask) => saw(mask, i) && isGirl(mask)))
            .map((g) => ({ least: g, most: g }));
          const pairs = all.flatMap((i) => all.slice(0, i).map((j) => [j, i] as const));
          const overlaps = Object.fromEntries(
            pairs
              .filter((_, k) => (told >> k) & 1)
              .map(([i, j]) => [`${i}-${j}`, share((mask) => saw(mask, i) && saw(mask, j))]),
          );
          const reached = (mask: number) => all.some((i) => saw(mask, i));
          const sharp = sharpReachBounds(reaches, overlaps, solve);
          const wide = reachBounds(reaches, overlaps);
          const girls = sharpReachBounds(reaches, overlaps, solve, { part });
          if (!sharp || !wide || !girls) throw new Error("no bounds");
          const wideGirls = partBounds(sharp, reaches, part);
          const slack = 1e-6;
          expect(sharp.lower).toBeLessThanOrEqual(share(reached) + slack);
          expect(sharp.upper).toBeGreaterThanOrEqual(share(reached) - slack);
          expect(sharp.lower).toBeGreaterThanOrEqual(wide.lower - slack);
          expect(sharp.upper).toBeLessThanOrEqual(wide.upper + slack);
          const girlsReached = share((mask) => reached(mask) && isGirl(mask));
          expect(girls.lower).toBeLessThanOrEqual(girlsReached + slack);
          expect(girls.upper).toBeGreaterThanOrEqual(girlsReached - slack);
          expect(girls.lower).toBeGreaterThanOrEqual((wideGirls?.lower ?? 1) - slack);
          expect(girls.upper).toBeLessThanOrEqual((wideGirls?.upper ?? 0) + slack);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("partBounds", () => {
  it("are what the largest channel and the others leave", () => {
    // Girls 0.3 and 0.1, boys 0.2 and 0.3; together 0.7 were reached: at least 0.7 − 0.5 and 0.3, at most 0.4 and 0.7 − 0.3.
    const part = [
      { least: 0.3, most: 0.3 },
      { least: 0.1, most: 0.1 },
    ];
    const found = partBounds({ lower: 0.7, upper: 0.7 }, [0.5, 0.4], part);
    expect(found?.lower).toBeCloseTo(0.3, 12);
    expect(found?.upper).toBeCloseTo(0.4, 12);
  });

  it("are null without channels, and refuse a part larger than the channel", () => {
    expect(partBounds({ lower: 0, upper: 0 }, [], [])).toBeNull();
    expectFault(() => partBounds({ lower: 0.2, upper: 0.2 }, [0.2], [{ least: 0, most: 0.3 }]), "contradictory");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanDifference, shareDifference } from "../../statistics/impact/balance.ts";
import { expectFault } from "./fault.ts";

describe("meanDifference(first, second)", () => {
  it("is in pooled standard deviations, corrected for small samples", () => {
    // means 2 and 5, squares 2 and 8: √(10/4), 1 − 3/15; Welch: √(1/3 + 4/3)
    const found = meanDifference([1, 2, 3], [3, 5, 7]);
    expect(found?.difference).toBe(-3);
    expect(found?.standardised).toBeCloseTo((-3 / Math.sqrt(2.5)) * 0.8, 12);
    expect(found?.interval.upper).toBeCloseTo(-3 + 1.959964 * Math.sqrt(5 / 3), 6);
  });

  it("changes sign with the order of the arms, and not with the unit", () => {
    const arm = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(arm, arm, (first, second) => {
        const found = meanDifference(first, second)?.standardised;
        const inTens = meanDifference(
          second.map((n) => 10 * n),
          first.map((n) => 10 * n),
        )?.standardised;
        expect(inTens ?? 0).toBeCloseTo(-(found ?? 0), 8);
      }),
    );
  });

  it("is null for one value, and where all are alike", () => {
    expect([meanDifference([1], [1, 2]), meanDifference([4, 4], [4, 4])]).toEqual([null, null]);
    expectFault(() => meanDifference([Number.NaN, 1], [1, 2]), "not_a_number");
  });
});

describe("shareDifference(x1, n1, x2, n2)", () => {
  it("is over the mean of both variances, and exists where a share is 0", () => {
    expect(shareDifference(6, 10, 5, 10)?.standardised).toBeCloseTo(0.1 / Math.sqrt(0.245), 12);
    expect(shareDifference(0, 10, 5, 10)?.standardised).toBeCloseTo(-0.5 / Math.sqrt(0.125), 12);
  });

  it("is null where all or none have it, and for an empty arm", () => {
    expect([shareDifference(0, 9, 0, 9), shareDifference(9, 9, 8, 8), shareDifference(0, 0, 1, 2)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

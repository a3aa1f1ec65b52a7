import { expect, it } from "vitest";
import { sumProtection } from "../../disclosure/magnitude.ts";
import { expectFault } from "../statistics/fault.ts";

const rule = { p: 10, one: 0.85, two: 0.9 };

it("wants 300, 20 and 10 hidden up to 352.94 by the (1, 85) rule (Handbook on SDC, 2nd edition, 2024)", () => {
  expect(330 + (sumProtection([20, 300, 10], rule)?.byOne ?? 0)).toBeCloseTo(352.94, 2);
});

it("is worked out by hand: of 52, 50 and 8 the second finds the first within 8/52", () => {
  const found = sumProtection([50, 8, 52, 0, -3], { p: 20, one: 0.5, two: 0.6 });
  expect(found?.overestimate).toBeCloseTo(8 / 52, 12);
  expect(found?.byPercent).toBeCloseTo(2.4, 12);
  expect(found?.byOne).toBe(0);
  expect(found?.byTwo).toBeCloseTo(60, 12);
});

it("is null without a contribution, and refuses what is no rule", () => {
  expect(sumProtection([0, -1], rule)).toBeNull();
  expectFault(() => sumProtection([Number.NaN], rule), "not_a_number");
  expectFault(() => sumProtection([1], { ...rule, p: -1 }), "negative");
  expectFault(() => sumProtection([1], { ...rule, one: 0 }), "not_a_fraction");
});

import { describe, expect, it } from "vitest";
import { concentration, sumIsSafe } from "../../statistics/concentration.ts";
import { expectFault } from "./fault.ts";

const rule = { contributors: 1, p: 0, one: 1, two: 1 };
const rest = (total: number, largest: number[]) => {
  const left = total - largest.reduce((a, b) => a + b);
  return [...largest, ...Array.from({ length: 10 }, () => left / 10)];
};

describe("concentration", () => {
  it("is worked out by hand: 50, 30 and 20 of 100", () => {
    const found = concentration([30, 50, 20, 0, -5]);
    expect(found?.contributors).toBe(3);
    expect(found?.herfindahl).toBeCloseTo(0.38, 12);
    expect(found?.largestShare).toBe(0.5);
  });

  it("is 1/n for equal contributions, and null without any", () => {
    expect(concentration([7, 7, 7, 7])?.herfindahl).toBeCloseTo(0.25, 12);
    expect(concentration([0, -3])).toBeNull();
    expectFault(() => concentration([Number.NaN]), "not_a_number");
  });
});

describe("sumIsSafe", () => {
  it("meets the worked examples of the Handbook on Statistical Disclosure Control, 2nd edition, 2024", () => {
    expect(sumIsSafe(rest(100_000, [50_000, 49_000]), { ...rule, one: 0.9 }).isDominated).toBe(false);
    expect(sumIsSafe(rest(100_000, [50_000, 49_000]), { ...rule, p: 2.1 }).isSafe).toBe(false);
    expect(sumIsSafe(rest(110_000, [52_000, 50_000]), { ...rule, p: 10 }).isSafe).toBe(true);
    expect(sumIsSafe(rest(110_000, [52_000, 50_000]), { ...rule, two: 0.90909 }).isDominated).toBe(true);
    expect(sumIsSafe([300, 20, 10], { ...rule, one: 0.85 }).isDominated).toBe(true);
  });

  it("takes what was paid back by its size: a sum under one large repayment tells of it", () => {
    const paidBack = [-900, 20, 20, 20];
    expect(sumIsSafe(paidBack, { ...rule, contributors: 3, p: 10 })).toEqual({ isSafe: false, isDominated: false });
    expect(sumIsSafe(paidBack, { ...rule, one: 0.85 }).isDominated).toBe(true);
    expect(sumIsSafe([-20, 20, 20, 20], { ...rule, contributors: 3, p: 10 }).isSafe).toBe(true);
  });

  it("wants enough contributors, and is unsafe without any", () => {
    expect(sumIsSafe([10, 10], { ...rule, contributors: 3 }).isSafe).toBe(false);
    expect(sumIsSafe([10, 10, 10], { ...rule, contributors: 3, p: 10 })).toEqual({ isSafe: true, isDominated: false });
    expect(sumIsSafe([], rule).isSafe).toBe(false);
  });
});

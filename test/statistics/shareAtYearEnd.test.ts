import { describe, expect, it } from "vitest";
import { chanceOfShare, intervalOfShare, shareAtYearEnd } from "../../statistics/forecast/shareAtYearEnd.ts";

const past = [
  { day: 0.6, end: 0.62 },
  { day: 0.7, end: 0.73 },
  { day: 0.65, end: 0.69 },
];

describe("shareAtYearEnd(today, past)", () => {
  it("adds the mean move of past years: 2, 3 and 4 points, standard deviation 1, times the root of 4/3", () => {
    const found = shareAtYearEnd(0.63, past);
    expect(found?.centre).toBeCloseTo(0.66, 12);
    expect(found?.spread).toBeCloseTo(0.01 * Math.sqrt(4 / 3), 12);
    expect(found?.years).toBe(3);
  });

  it("is null with fewer than three past years", () => {
    expect(shareAtYearEnd(0.63, past.slice(1))).toBeNull();
  });
});

describe("intervalOfShare(forecast, level) and chanceOfShare(forecast, limit)", () => {
  it("follow Student's t: 1.886 at 90 % on two degrees of freedom", () => {
    const forecast = { centre: 0.66, spread: 0.01, years: 3 };
    const { lower, upper } = intervalOfShare(forecast, 0.8);
    expect(lower).toBeCloseTo(0.66 - 0.01 * 1.8856180831641267, 9);
    expect(upper).toBeCloseTo(0.66 + 0.01 * 1.8856180831641267, 9);
    expect(chanceOfShare(forecast, lower)).toBeCloseTo(0.9, 9);
    expect(chanceOfShare(forecast, 0.66)).toBeCloseTo(0.5, 12);
  });

  it("keep a share from 0 to 1, and are sure where all years moved alike", () => {
    expect(intervalOfShare({ centre: 0.99, spread: 0.1, years: 3 }, 0.8).upper).toBe(1);
    expect(chanceOfShare({ centre: 0.65, spread: 0, years: 3 }, 0.65)).toBe(1);
    expect(chanceOfShare({ centre: 0.64, spread: 0, years: 3 }, 0.65)).toBe(0);
    expect(intervalOfShare({ centre: 0.64, spread: 0, years: 3 }, 0.8)).toEqual({ lower: 0.64, upper: 0.64 });
  });
});

import { describe, expect, it } from "vitest";
import { falseAlarms } from "../../../../bench/overlappingCohorts.ts";

describe("the tests of the girls' share on cohorts without a trend", () => {
  const cohorts = { years: 10, pupils: 20_000, share: 0.32, stays: 1 };

  it.each([cohorts, { ...cohorts, stays: 0.92 }])("raise a false alarm in 3 to 7 % of the runs (%o)", (given) => {
    const { found, counted_twice } = falseAlarms(given, 2000);
    for (const name of ["trend", "verdict", "since_last"] as const) {
      expect(found[name], name).toBeGreaterThan(0.03);
      expect(found[name], name).toBeLessThan(0.07);
    }
    // the line is widened at least as far as it should be, for its dispersion does not go below 1
    expect(found.line).toBeLessThan(0.07);
    // what it was while half of the pupils counted twice
    expect(counted_twice.trend).toBeGreaterThan(0.1);
    expect(counted_twice.since_last).toBeLessThan(0.03);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { haversineKm } from "../../statistics/geo.ts";
import { expectFault } from "./fault.ts";

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("haversineKm", () => {
  it("meets the distances of mapado/haversine (Lyon to Paris) and Rosetta Code (Nashville to Los Angeles)", () => {
    expect(haversineKm({ lat: 45.7597, lon: 4.8422 }, { lat: 48.8567, lon: 2.3508 })).toBeCloseTo(392.2172595594006, 9);
    const flight = [
      { lat: 36.12, lon: -86.67 },
      { lat: 33.94, lon: -118.4 },
    ] as const;
    expect(haversineKm(...flight, 6372.8)).toBeCloseTo(2887.2599506071106, 9);
    expect(haversineKm(...flight, 6371)).toBeCloseTo(2886.444442837983, 9);
  });

  it("is 0 from a place to itself, the same both ways, and at most half the circumference", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(haversineKm(a, a)).toBe(0);
        expect(haversineKm(a, b)).toBeCloseTo(haversineKm(b, a), 9);
        expect(haversineKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371.0088);
      }),
    );
  });

  it("refuses places off the globe", () => {
    const home = { lat: 51, lon: 4 };
    expectFault(() => haversineKm({ lat: 91, lon: 0 }, home), "out_of_range");
    expectFault(() => haversineKm(home, { lat: 0, lon: 181 }), "out_of_range");
    expectFault(() => haversineKm(home, { lat: Number.NaN, lon: 0 }), "not_a_number");
    expectFault(() => haversineKm(home, home, 0), "not_positive");
  });
});

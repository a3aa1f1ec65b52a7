import { describe, expect, it } from "vitest";
import { clusterRatio } from "../../statistics/proportion/clusterRatio.ts";
import { expectFault } from "./fault.ts";

describe("clusterRatio(clusters)", () => {
  it("is the ratio of the sums, with the error of what clusters differ by", () => {
    // 12/40; residuals −1, 1 and 0: √(3/2 × 2)/40
    const found = clusterRatio([
      { value: 2, size: 10 },
      { value: 4, size: 10 },
      { value: 6, size: 20 },
    ]);
    expect(found?.ratio).toBeCloseTo(0.3, 12);
    expect(found?.se).toBeCloseTo(Math.sqrt(3) / 40, 12);
    expect(found?.interval.lower).toBeCloseTo(0.3 - (1.959964 * Math.sqrt(3)) / 40, 7);
  });

  it("is null for one cluster that counts, and refuses what is no number", () => {
    expect(
      clusterRatio([
        { value: 1, size: 2 },
        { value: 0, size: 0 },
      ]),
    ).toBeNull();
    expectFault(() => clusterRatio([{ value: 1, size: -1 }]), "negative");
    expectFault(() => clusterRatio([{ value: Number.NaN, size: 1 }]), "not_a_number");
  });
});

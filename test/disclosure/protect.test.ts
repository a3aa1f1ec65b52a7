import { describe, expect, it } from "vitest";
import { UnprotectableTable } from "../../disclosure/errors.ts";
import { protectTable } from "../../disclosure/protect.ts";
import { expectFault } from "../statistics/fault.ts";
import { exposed } from "./exposed.ts";
import { placesWhere, withMargins } from "./tables.ts";

describe("protectTable", () => {
  it("suppresses nothing where no count is small", () => {
    const counts = withMargins([
      [5, 0],
      [12, 30],
    ]);
    const { suppressed, intervals } = protectTable(counts, { k: 5 });
    expect(suppressed.flat()).not.toContain(true);
    expect(intervals.flat().every((interval) => interval === null)).toBe(true);
  });

  it("finds the pattern of the exact methods for table microdata1 of sdcTable (test-protectTable.r)", () => {
    const counts = withMargins([
      [18, 2],
      [14, 19],
      [12, 10],
      [11, 14],
    ]);
    const { suppressed, intervals } = protectTable(counts, { k: 3 });
    const cells = placesWhere(counts, (row, column) => suppressed[row]?.[column] === true);
    expect(cells).toEqual([
      [0, 0],
      [0, 1],
      [2, 0],
      [2, 1],
    ]);
    expect(intervals[0]?.[1]).toEqual({ lower: 1, upper: 11 });
    expect(intervals[1]).toEqual([null, null, null]);
  });

  it("suppresses margins where inner cells do not suffice", () => {
    const counts = withMargins([
      [3, 0],
      [0, 40],
      [30, 0],
    ]);
    const { suppressed } = protectTable(counts, { k: 5 });
    expect(suppressed[0]?.[2]).toBe(true);
    expect(suppressed[3]?.[2]).toBe(false);
    expect(exposed(counts, suppressed, 5)).toEqual([]);
  });

  it("hides a table of small counts alone with all its totals", () => {
    const counts = withMargins([
      [1, 0],
      [0, 2],
    ]);
    const { suppressed, intervals } = protectTable(counts, { k: 5 });
    expect(suppressed).toEqual(counts.map((line) => line.map((value) => value > 0)));
    expect(intervals[0]?.[0]).toEqual({ lower: 1, upper: null });
  });

  it("refuses a table that only its grand total would protect", () => {
    expect(() => protectTable(withMargins([[2, 3]]), { k: 5 })).toThrow(UnprotectableTable);
    expect(() => protectTable(withMargins([[2, 3]]), { k: 5 })).toThrow(
      "cannot be protected without the grand total: row 0, column 0",
    );
  });

  it("refuses what is no table of counts with its margins", () => {
    expectFault(
      () =>
        protectTable(
          [
            [1, 2, 4],
            [1, 2, 4],
          ],
          { k: 5 },
        ),
      "contradictory",
    );
    expectFault(
      () =>
        protectTable(
          [
            [1, 2, 3],
            [1, 1, 2],
          ],
          { k: 5 },
        ),
      "contradictory",
    );
    expectFault(
      () =>
        protectTable(
          [
            [-1, 2, 1],
            [-1, 2, 1],
          ],
          { k: 5 },
        ),
      "negative",
    );
    expectFault(
      () =>
        protectTable(
          [
            [0.5, 0.5, 1],
            [0.5, 0.5, 1],
          ],
          { k: 5 },
        ),
      "not_a_count",
    );
    expectFault(
      () =>
        protectTable(
          [
            [Number.NaN, 1],
            [1, 1],
          ],
          { k: 5 },
        ),
      "not_a_number",
    );
    expectFault(() => protectTable([[1, 1], [1]], { k: 5 }), "lengths_differ");
    expectFault(() => protectTable([[1, 1]], { k: 5 }), "out_of_range");
    expectFault(() => protectTable([[1], [1]], { k: 5 }), "out_of_range");
    expectFault(() => protectTable([], { k: 5 }), "out_of_range");
    expectFault(() => protectTable(withMargins([[7]]), { k: 0 }), "not_positive");
    expectFault(() => protectTable(withMargins([[7]]), { k: 2.5 }), "not_a_count");
  });
});

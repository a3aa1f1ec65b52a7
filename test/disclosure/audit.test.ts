import { describe, expect, it } from "vitest";
import { attack } from "../../disclosure/audit.ts";
import { flowIntervals } from "../../disclosure/flowIntervals.ts";
import { protectTable } from "../../disclosure/protect.ts";
import { expectFault } from "../statistics/fault.ts";
import { highsSolver, pattern, published, withMargins } from "./tables.ts";

const solve = await highsSolver();

describe("attack", () => {
  it("finds 3 to 6 in the table of Geurts 1992 (Handbook on SDC, 2nd edition, 2024, section 4.2, example 3)", () => {
    const counts = withMargins([
      [5, 2],
      [1, 2],
      [3, 3],
    ]);
    const suppressed = pattern(counts, [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const [found] = attack([published(counts, suppressed)], { solve, lowerBound: 0 });
    expect(found?.slice(0, 2)).toEqual([
      [{ lower: 3, upper: 6 }, { lower: 1, upper: 4 }, null],
      [{ lower: 0, upper: 3 }, { lower: 0, upper: 3 }, null],
    ]);
    expect(found).toEqual(flowIntervals(counts, suppressed, { lowerBound: 0 }));
  });

  it("reveals ones that look safe to who forgets that zeros are published (easySdcTable, singletonsAndZeros, data1a)", () => {
    const counts = withMargins([
      [0, 1, 7, 1, 0],
      [2, 0, 0, 2, 8],
    ]);
    const table = published(
      counts,
      pattern(counts, [
        [0, 1],
        [0, 3],
        [1, 0],
        [1, 3],
        [2, 0],
        [2, 1],
        [2, 3],
      ]),
    );
    expect(attack([table], { solve })[0]?.[0]?.[1]).toEqual({ lower: 1, upper: 1 });
    expect(attack([table], { solve, lowerBound: 0 })[0]?.[0]?.[1]).toEqual({ lower: 0, upper: 2 });
  });

  it("subtracts: 998 is left of 56,600 after 47,600 and 8,002 (Handbook on SDC, 2nd edition, 2024)", () => {
    expect(attack([{ counts: [[47_600, 8_002, null, 56_600]] }], { solve })).toEqual([
      [[null, null, { lower: 998, upper: 998 }, null]],
    ]);
  });

  it("knows no upper limit where a total is suppressed as well", () => {
    expect(attack([{ counts: [[4, null, null]] }], { solve })).toEqual([
      [[null, { lower: 1, upper: null }, { lower: 5, upper: null }]],
    ]);
  });

  it("reveals what two tables hide of themselves but not of one another", () => {
    const regions = { counts: [[null, null, 20]], keys: [["west", "east", "all"]] };
    const west = { counts: [[6, 3, 9]], keys: [["west girls", "west boys", "west"]] };
    expect(attack([regions], { solve })[0]?.[0]?.[0]).toEqual({ lower: 1, upper: 19 });
    expect(attack([regions, west], { solve })).toEqual([
      [[{ lower: 9, upper: 9 }, { lower: 11, upper: 11 }, null]],
      [[null, null, null]],
    ]);
  });

  it("finds the count that two releases, each protected, tell together when one pupil is added", () => {
    const before = withMargins([
      [4, 20, 30],
      [12, 25, 11],
      [40, 18, 22],
    ]);
    const after = withMargins([
      [5, 20, 30],
      [12, 25, 11],
      [40, 18, 22],
    ]);
    const isSame = before.map((line, row) => line.map((value, column) => value === after[row]?.[column]));
    const releases = [before, after].map((counts, release) => ({
      ...published(counts, protectTable(counts, { k: 5 }).suppressed),
      keys: isSame.map((line, row) => line.map((same, column) => `${row}/${column}${same ? "" : ` of ${release}`}`)),
    }));
    const [alone] = attack(releases.slice(0, 1), { solve });
    expect(alone?.[0]?.[0]).toEqual({ lower: 1, upper: 15 });
    const [together] = attack(releases, { solve });
    expect(together?.[0]?.[0]).toEqual({ lower: 4, upper: 4 });
  });

  it("refuses tables that contradict one another, and what are no counts", () => {
    const keys = [["a", "b", "all"]];
    expectFault(() => attack([{ counts: [[null, null, 1]] }], { solve }), "contradictory");
    expectFault(() => attack([{ counts: [[1, 2, 4]] }], { solve }), "contradictory");
    expectFault(
      () =>
        attack(
          [
            { counts: [[1, 2, 3]], keys },
            { counts: [[2, 1, 3]], keys },
          ],
          { solve },
        ),
      "contradictory",
    );
    expectFault(() => attack([{ counts: [[1.5, null, 3]] }], { solve }), "not_a_count");
    expectFault(() => attack([{ counts: [[1, 2, 3], [1]] }], { solve }), "lengths_differ");
    expectFault(() => attack([{ counts: [[1, 2, 3]], keys: [["a"]] }], { solve }), "lengths_differ");
    expectFault(() => attack([], { solve, lowerBound: -1 }), "negative");
    expect(attack([], { solve })).toEqual([]);
    expect(() =>
      attack([{ counts: [[null, null, 9]] }], { solve: () => ({ Status: "Time limit reached", ObjectiveValue: 0 }) }),
    ).toThrow("the linear programme ended as Time limit reached");
  });
});

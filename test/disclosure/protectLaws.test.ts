import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "../../disclosure/audit.ts";
import { UnprotectableTable } from "../../disclosure/errors.ts";
import { flowIntervals } from "../../disclosure/flowIntervals.ts";
import { protectTable } from "../../disclosure/protect.ts";
import { exposed, isSmall, primaries } from "./exposed.ts";
import { anyTable, highsSolver, pattern, placesWhere, published, transpose, withMargins } from "./tables.ts";

const solve = await highsSolver();
const RUNS = { numRuns: 150, seed: 20_260_301 };
const smallCount = fc.constantFrom(3, 5, 10);

/** The pattern; or null of a table in which even all cells but the grand total do not suffice. */
function protectedOrNull(counts: number[][], k: number) {
  try {
    return protectTable(counts, { k });
  } catch (error) {
    if (!(error instanceof UnprotectableTable)) throw error;
    const [lastRow, lastColumn] = [counts.length - 1, (counts[0]?.length ?? 0) - 1];
    const most = counts.map((line, row) =>
      line.map((value, column) => value > 0 && (isSmall(value, k) || row < lastRow || column < lastColumn)),
    );
    expect(exposed(counts, most, k)).not.toEqual([]);
    return null;
  }
}

describe("protectTable of any table", () => {
  it("leaves every small count free to be k higher, and no suppressed count exact", () => {
    let found = 0;
    fc.assert(
      fc.property(anyTable, smallCount, (counts, k) => {
        const result = protectedOrNull(counts, k);
        if (result === null) return;
        const { suppressed, intervals } = result;
        const small = primaries(counts, k).map(([row, column]) => intervals[row]?.[column]);
        const isFree = small.map(
          (interval) => interval && (interval.upper === null || interval.upper >= Math.max(k, interval.lower + k)),
        );
        expect(isFree).not.toContain(false);
        expect(small).not.toContain(null);
        found += small.length;
        expect(intervals.flat().filter((interval) => interval && interval.upper === interval.lower)).toEqual([]);
        expect(intervals).toEqual(flowIntervals(counts, suppressed));
        expect(intervals.map((line) => line.map((interval) => interval !== null))).toEqual(suppressed);
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(500);
  });

  it("knows by maximum flow just what an attacker finds by linear programming, of its own pattern and of any other", () => {
    const anyPattern = fc.option(fc.infiniteStream(fc.constantFrom(true, false, false, false)), { nil: null });
    fc.assert(
      fc.property(anyTable, smallCount, fc.constantFrom(0, 1), anyPattern, (counts, k, lowerBound, isHidden) => {
        const own = isHidden ? null : protectedOrNull(counts, k)?.suppressed;
        const suppressed =
          own ?? counts.map((line) => line.map((value) => value >= lowerBound && isHidden?.next().value === true));
        const attacked = attack([published(counts, suppressed)], { solve, lowerBound });
        expect(attacked).toEqual([flowIntervals(counts, suppressed, { lowerBound })]);
      }),
      { ...RUNS, numRuns: 40 },
    );
  });

  it("knows no less of a suppressed count when one cell more is suppressed", () => {
    fc.assert(
      fc.property(anyTable, smallCount, fc.nat(), (counts, k, choice) => {
        const suppressed = protectedOrNull(counts, k)?.suppressed;
        const shown = placesWhere(counts, (row, column, value) => value > 0 && suppressed?.[row]?.[column] === false);
        const [more] = shown.slice(choice % Math.max(1, shown.length));
        if (!suppressed || !more) return;
        const wider = flowIntervals(
          counts,
          suppressed.map((line, row) => line.map((is, column) => is || (row === more[0] && column === more[1]))),
        ).flat();
        const highest = (interval: { upper: number | null } | null | undefined) =>
          interval?.upper ?? Number.POSITIVE_INFINITY;
        const narrower = flowIntervals(counts, suppressed)
          .flat()
          .filter(
            (before, i) =>
              before &&
              ((wider[i]?.lower ?? Number.POSITIVE_INFINITY) > before.lower || highest(wider[i]) < highest(before)),
          );
        expect(narrower).toEqual([]);
      }),
      RUNS,
    );
  });

  it("can still protect a table when a row of large counts is added", () => {
    fc.assert(
      fc.property(anyTable, smallCount, (counts, k) => {
        if (protectedOrNull(counts, k) === null) return;
        const inner = counts.slice(0, -1).map((line) => line.slice(0, -1));
        const larger = withMargins([...inner, inner[0]?.map(() => 500) ?? []]);
        expect(protectedOrNull(larger, k)).not.toBeNull();
      }),
      RUNS,
    );
  });

  it("gives the same pattern for the same table, and protects the transposed one as well", () => {
    fc.assert(
      fc.property(anyTable, smallCount, (counts, k) => {
        const before = structuredClone(counts);
        const result = protectedOrNull(counts, k);
        expect(counts).toEqual(before);
        expect(protectedOrNull(counts, k)).toEqual(result);
        const turned = protectedOrNull(transpose(counts), k);
        expect(turned === null).toBe(result === null);
        if (turned) expect(exposed(transpose(counts), turned.suppressed, k)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("suppresses no cell in vain: with any secondary cell published again, a small count is exposed", () => {
    let secondaries = 0;
    fc.assert(
      fc.property(anyTable, smallCount, (counts, k) => {
        const suppressed = protectedOrNull(counts, k)?.suppressed;
        if (!suppressed) return;
        expect(exposed(counts, suppressed, k)).toEqual([]);
        const all = placesWhere(counts, (row, column) => suppressed[row]?.[column] === true);
        for (const [row, column] of all) {
          if (isSmall(counts[row]?.[column] as number, k)) continue;
          const without = pattern(
            counts,
            all.filter(([i, j]) => i !== row || j !== column),
          );
          expect(exposed(counts, without, k)).not.toEqual([]);
          secondaries++;
        }
      }),
      RUNS,
    );
    expect(secondaries).toBeGreaterThan(100);
  });
});

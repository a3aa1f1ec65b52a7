import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "../../disclosure/audit.ts";
import { UnprotectableCell } from "../../disclosure/errors.ts";
import type { CellSum, CountCell } from "../../disclosure/moves.ts";
import { protectTable } from "../../disclosure/protect.ts";
import { protectCells } from "../../disclosure/protectCells.ts";
import { highsSolver, moveSolver, sum } from "./tables.ts";

const solve = await highsSolver();
const move = await moveSolver();
const K = 5;

const counted = (values: Record<string, number>, totals: string[] = []): CountCell[] =>
  Object.entries(values).map(([key, value]) => ({
    ...{ key, value, isPrimary: value > 0 && value < K },
    ...(totals.includes(key) ? { isTotal: true } : {}),
  }));

/** What an attacker works out of each hidden cell, from all sums together. */
function attacked(cells: readonly CountCell[], sums: readonly CellSum[], hidden: ReadonlySet<string>) {
  const shown = new Map(cells.map(({ key, value }) => [key, hidden.has(key) ? null : value]));
  const tables = sums.map(({ parts, whole }) => {
    const keys = [...parts, whole];
    return { keys: [keys], counts: [keys.map((key) => shown.get(key) ?? null)] };
  });
  const intervals = attack(tables, { solve });
  return new Map(
    tables.flatMap(({ keys }, i) => (keys[0] ?? []).map((key, j) => [key, intervals[i]?.[0]?.[j] ?? null])),
  );
}

/** Primaries that are not free to be k higher. */
function exposed(cells: readonly CountCell[], sums: readonly CellSum[], hidden: ReadonlySet<string>): string[] {
  const found = attacked(cells, sums, hidden);
  return cells
    .filter(({ key, value, isPrimary }) => {
      const upper = found.get(key)?.upper;
      return isPrimary && (upper === undefined || (upper !== null && upper - value < K));
    })
    .map(({ key }) => key);
}

describe("protectCells", () => {
  it("hides the cheapest cell beside a small one", () => {
    const cells = counted({ a: 3, b: 20, c: 8, d: 40, all: 71 }, ["all"]);
    const found = protectCells(cells, [{ parts: ["a", "b", "c", "d"], whole: "all" }], { k: K, solve: move });
    expect(found.primaries).toEqual(["a"]);
    // c can fall from 8 to 1, which lets a rise by 7
    expect(found.secondaries).toEqual(["c"]);
  });

  it("follows a hidden cell into the other tables that it occurs in", () => {
    // towns in provinces: hiding the only other town of a province hides a province, and then another province
    const cells = counted({ t1: 2, t2: 9, p1: 11, t3: 30, t4: 25, p2: 55, all: 66 }, ["all"]);
    const sums = [
      { parts: ["t1", "t2"], whole: "p1" },
      { parts: ["t3", "t4"], whole: "p2" },
      { parts: ["p1", "p2"], whole: "all" },
    ];
    const found = protectCells(cells, sums, { k: K, solve: move });
    expect([...found.hidden].sort()).toEqual(["t1", "t2"]);
    expect(exposed(cells, sums, found.hidden)).toEqual([]);
    const alone = counted({ t1: 2, p1: 2, p2: 55, t3: 30, t4: 25, all: 57 }, ["all"]);
    const chain = [{ parts: ["t1"], whole: "p1" }, ...sums.slice(1)];
    const further = protectCells(alone, chain, { k: K, solve: move });
    expect([...further.hidden].sort()).toEqual(["p1", "p2", "t1", "t4"]);
    expect(exposed(alone, chain, further.hidden)).toEqual([]);
  });

  it("hides a total only where nothing else helps, and says so where not even that does", () => {
    const lonely = counted({ a: 3, all: 3 }, ["all"]);
    expect([...protectCells(lonely, [{ parts: ["a"], whole: "all" }], { k: K, solve: move }).hidden].sort()).toEqual([
      "a",
      "all",
    ]);
    const known = lonely.map((cell) => (cell.key === "all" ? { ...cell, isPrimary: false, isKnown: true } : cell));
    expect(() => protectCells(known, [{ parts: ["a"], whole: "all" }], { k: K, solve: move })).toThrow(
      UnprotectableCell,
    );
  });

  it("refuses sums that do not add up", () => {
    expect(() =>
      protectCells(counted({ a: 3, b: 4, all: 8 }), [{ parts: ["a", "b"], whole: "all" }], { k: K, solve: move }),
    ).toThrow(/contradictory|add|all/);
  });
});

/** Three to six tables over the same records: for each chosen set of one or two traits the counts, with all totals they share. */
const linkedTables = fc
  .record({
    records: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(2), fc.nat(1), fc.integer({ min: 1, max: 12 })), {
      minLength: 4,
      maxLength: 30,
    }),
    pairs: fc.subarray(
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ],
      { minLength: 3, maxLength: 6 },
    ),
  })
  .map(({ records, pairs }) => {
    const values = new Map<string, number>();
    const sums = new Map<string, CellSum>();
    const keyOf = (traits: [number, number][]) =>
      traits.map(([trait, value]) => `${trait}=${value}`).join(",") || "all";
    const countOf = (traits: [number, number][]) => {
      const own = records.filter((record) => traits.every(([trait, value]) => record[trait] === value));
      const key = keyOf(traits);
      values.set(key, sum(own.map((record) => record[4])));
      return key;
    };
    const valuesOf = (trait: number) => [...new Set(records.map((record) => record[trait] as number))].sort();
    for (const [row, column] of pairs as [number, number][]) {
      const add = (whole: string, parts: string[]) => sums.set(`${whole}:${parts.join()}`, { parts, whole });
      for (const [one, other] of [
        [row, column],
        [column, row],
      ] as [number, number][]) {
        for (const value of valuesOf(one))
          add(
            countOf([[one, value]]),
            valuesOf(other).map((more) =>
              countOf(
                (
                  [
                    [one, value],
                    [other, more],
                  ] as [number, number][]
                ).sort((a, b) => a[0] - b[0]),
              ),
            ),
          );
        add(
          countOf([]),
          valuesOf(one).map((value) => countOf([[one, value]])),
        );
      }
    }
    return { cells: counted(Object.fromEntries(values), ["all"]), sums: [...sums.values()] };
  });

describe("protectCells of any set of linked tables", () => {
  it("leaves every small count free to be k higher for whoever lays all tables side by side, and hides nothing in vain", () => {
    let [small, further] = [0, 0];
    fc.assert(
      fc.property(linkedTables, ({ cells, sums }) => {
        let found: ReturnType<typeof protectCells>;
        try {
          found = protectCells(cells, sums, { k: K, solve: move });
        } catch (error) {
          if (!(error instanceof UnprotectableCell)) throw error;
          const all = new Set(cells.filter(({ value }) => value > 0).map(({ key }) => key));
          expect(exposed(cells, sums, all)).not.toEqual([]);
          return;
        }
        expect(exposed(cells, sums, found.hidden)).toEqual([]);
        expect(protectCells(cells.toReversed(), sums, { k: K, solve: move })).toEqual(found);
        const one = found.secondaries[found.secondaries.length >> 1];
        if (one !== undefined) {
          const without = new Set(found.hidden);
          without.delete(one);
          expect(exposed(cells, sums, without)).not.toEqual([]);
        }
        small += found.primaries.length;
        further += found.secondaries.length;
      }),
      { numRuns: 100, seed: 20_260_301 },
    );
    expect(small).toBeGreaterThan(300);
    expect(further).toBeGreaterThan(100);
  });

  it("hides as many cells of a single table as the network of flows does", () => {
    const counts = [
      [4, 20, 9, 33],
      [12, 2, 30, 44],
      [7, 18, 15, 40],
      [23, 40, 54, 117],
    ];
    const keys = counts.map((line, i) => line.map((_, j) => `${i}${j}`));
    const cells = counts.flatMap((line, i) =>
      line.map((value, j) => ({ key: `${i}${j}`, value, isPrimary: value < K, isTotal: i === 3 && j === 3 })),
    );
    const lines = [...keys, ...keys.map((_, j) => keys.map((line) => line[j] as string))];
    const sums = lines.map((line) => ({ parts: line.slice(0, -1), whole: line.at(-1) as string }));
    const network = protectTable(counts, { k: K }).suppressed.flat().filter(Boolean).length;
    expect(protectCells(cells, sums, { k: K, solve: move }).hidden.size).toBe(network);
  });
});

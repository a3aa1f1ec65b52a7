import { expect, it } from "vitest";
import { linkTables, withoutBreakdown } from "../../../../src/data/publication/linkedTables.ts";

const place = (breakdown: string, group: string, counted: string, value: number) => ({
  ...{ family: "f", period: "2025-2026", breakdown, group, counted, value },
});

it("adds groups up to their total, with what no group holds as known to all", () => {
  const { cells, sums } = linkTables(
    [place("total", "total", "n", 30), place("province", "a", "n", 4), place("province", "b", "n", 20)],
    { k: 5 },
  );
  expect(sums).toEqual([
    {
      whole: "f|2025-2026|total|total|n",
      parts: ["f|2025-2026|province|a|n", "f|2025-2026|province|b|n", "f|2025-2026|total|total|n|province|rest"],
    },
  ]);
  expect(cells.filter(({ isKnown }) => isKnown).map(({ value }) => value)).toEqual([30, 6]);
  expect(cells.filter(({ isPrimary }) => isPrimary).map(({ value }) => value)).toEqual([4]);
});

it("adds up what is counted in a group, and takes no small total and nothing open for small", () => {
  const { cells, sums } = linkTables(
    [
      ...[place("total", "total", "all", 3), place("track", "x", "girls", 1), place("track", "x", "boys", 2)],
      place("track", "x", "all", 3),
    ],
    { k: 5, wholes: [["all", "girls", "boys"]], isOpen: ({ counted }) => counted === "boys" },
  );
  expect(sums.map(({ parts }) => parts.length)).toEqual([1, 2]);
  expect(cells.filter(({ isPrimary }) => isPrimary).map(({ key }) => key.split("|").at(-1))).toEqual(["girls", "all"]);
});

it("leaves a breakdown out as a whole, with its rest and its sums", () => {
  const tables = linkTables(
    [...[place("total", "total", "n", 30), place("province", "a", "n", 4), place("theme", "x", "n", 30)]],
    { k: 5 },
  );
  const { cells, sums, places } = withoutBreakdown(tables, "province");
  expect(cells.map(({ key }) => key)).toEqual(["f|2025-2026|total|total|n", "f|2025-2026|theme|x|n"]);
  expect(sums).toHaveLength(1);
  expect(places.size).toBe(2);
});

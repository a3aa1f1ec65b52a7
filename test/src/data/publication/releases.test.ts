import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { protectCells } from "../../../../disclosure/protectCells.ts";
import { loadSolver } from "../../../../disclosure/solver.ts";
import { leaksIn } from "../../../../src/data/publication/audit.ts";
import { earlierTables } from "../../../../src/data/publication/earlier.ts";
import { keyOf, linkTables } from "../../../../src/data/publication/linkedTables.ts";
import { classSteps } from "../../../../src/data/publication/oneClass.ts";
import { type Release, readReleases, writeRelease } from "../../../../src/data/publication/releases.ts";

const K = 5;
const solve = await loadSolver();
type Counts = Record<string, number>;

const place = (group: string, counted = "lectures") => ({
  ...{ family: "lectures", period: "2025-2026", counted },
  ...(group === "total" ? { breakdown: "total", group } : { breakdown: "province", group }),
});
/** Lectures by province with their total, protected. */
function tablesOf(counts: Counts) {
  const all = { ...counts, total: Object.values(counts).reduce((a, b) => a + b, 0) };
  const linked = linkTables(
    Object.entries(all).map(([group, value]) => ({ ...place(group), value })),
    { k: K },
  );
  const { hidden } = protectCells(linked.cells, linked.sums, { k: K, solve });
  const printed = new Map(linked.cells.flatMap(({ key, value }) => (hidden.has(key) ? [] : [[key, value] as const])));
  return { linked, printed, hidden: [...hidden] };
}
function releaseOf(label: string, counts: Counts, contacts: Counts = {}): Release {
  const { printed, hidden } = tablesOf(counts);
  const pupils = Object.entries(contacts).map(([group, value]) => [
    keyOf({ ...place(group, "contacts"), family: "contacts" }),
    value,
  ]);
  return {
    ...{ label, as_of: "2026-03-02", load_id: "x", is_synthetic: false, files: {} },
    ...{ counts: Object.fromEntries([...printed, ...pupils]), hidden },
  };
}
const leaks = (counts: Counts, ...releases: Release[]) => {
  const { linked, printed } = tablesOf(counts);
  const earlier = releases.flatMap((release) => earlierTables(linked, release) ?? []);
  return leaksIn(printed, linked, { k: K, solve, earlier });
};

describe("two releases", () => {
  it("that differ by one give that one away, and its cell is named", () => {
    const before = releaseOf("2026-02", { a: 5, b: 20, c: 9 });
    // a was printed as 5, and one was struck off: 4 is hidden now, with c; but the total fell by one
    expect(leaks({ a: 4, b: 20, c: 9 })).toEqual([]);
    expect(leaks({ a: 4, b: 20, c: 9 }, before)).toEqual([
      { place: "lectures|2025-2026|province|a|lectures", lower: 4, upper: 5 },
    ]);
  });

  it("of the same counts, or of counts that grew enough where they are hidden, give nothing away", () => {
    const before = releaseOf("2026-02", { a: 2, b: 20, c: 9 });
    expect(leaks({ a: 2, b: 20, c: 9 }, before)).toEqual([]);
    expect(leaks({ a: 3, b: 31, c: 12 }, before)).toEqual([]);
  });

  it("give a count away that was hidden then, when all beside it is printed later", () => {
    const before = releaseOf("2026-02", { a: 2, b: 20, c: 9 });
    // nothing came in at b, and the total grew by what came in at a
    expect(leaks({ a: 6, b: 20, c: 9 }, before).map(({ place }) => place)).toEqual([]);
    const c = "lectures|2025-2026|province|c|lectures";
    const unprotected = {
      ...before,
      counts: { ...before.counts, [c]: 9 },
      hidden: before.hidden.filter((key) => key !== c),
    };
    expect(leaks({ a: 6, b: 20, c: 9 }, unprotected).map(({ place }) => place)).toEqual([
      "lectures|2025-2026|province|a|lectures@2026-02",
    ]);
  });

  it("of which a group was not there before, know that it was nought", () => {
    const before = releaseOf("2026-02", { b: 20, c: 9 });
    // one lecture in a province that had none, and nothing else: hidden in both, told by the total
    expect(leaks({ a: 1, b: 20, c: 9 }, before)).toEqual([
      { place: "lectures|2025-2026|province|a|lectures", lower: 1, upper: 1 },
    ]);
    expect(leaks({ a: 1, b: 29, c: 15 }, before)).toEqual([]);
  });

  it("do not tell the class of one lecture by the pupils of before and after", () => {
    const { linked } = tablesOf({ a: 7, b: 20, c: 9 });
    const before = releaseOf("2026-02", { a: 6, b: 15, c: 9 }, { a: 120, b: 300, total: 600 });
    expect(classSteps([linked], [before])).toEqual([{ school_year: "2025-2026", scope: "province" }]);
    expect(classSteps([linked], [releaseOf("2026-02", { a: 6, b: 15, c: 9 }, { b: 300 })])).toEqual([]);
    expect(classSteps([linked], [releaseOf("2026-02", { a: 7, b: 18, c: 9 }, { total: 600 })])).toEqual([
      { school_year: "2025-2026", scope: "total" },
    ]);
  });
});

describe("published/<label>.json", () => {
  it("is written once, read in the order of the labels, and named where it is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "stempeil-published-"));
    expect(readReleases(join(folder, "none"))).toEqual([]);
    for (const label of ["2026-03", "2026-02"]) writeRelease(folder, releaseOf(label, { a: 7, b: 20 }));
    expect(readReleases(folder).map(({ label }) => label)).toEqual(["2026-02", "2026-03"]);
    expect(() => writeRelease(folder, releaseOf("2026-03", { a: 8, b: 20 }))).toThrow(
      "already published under this label: 2026-03",
    );
    writeFileSync(join(folder, "2026-04.json"), '{"label": "2026-04"}');
    expect(() => readReleases(folder)).toThrow(
      /^not a release as npm run release writes it: .*2026-04\.json \(as_of: /,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { girlsInLectures } from "../../../../loaders/analyses/lectures/girlsInLectures.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { numbered, type RawRow, rawWarehouse } from "../rawWarehouse.ts";

const schoolOf = (i: number) => ({ school_id: String(20_000 + i), site_id: "1" });
const schools = numbered(6, (i) => ({
  ...{ ...schoolOf(i), name: String(i), postcode: "2000", nis: "11002", network: "go", stages: "2+3" },
}));
let number = 0;
const lecture = (school: number, held_on: string, more: RawRow = {}): RawRow => ({
  ...{ lecture_id: `L${++number}`, programme: "stem_ovk", status: "held", held_on, ...schoolOf(school) },
  ...{ students: 20, girls: 6, stage: "2", format: "on_site", recorded_on: held_on, ...more },
});
/** A school of 100 pupils with so many girls, in an earlier edition with other counts. */
const counts = (school: number, girls: number): RawRow[] =>
  [
    ["voorlopig", 99, 1],
    ["definitief", girls, 100 - girls],
  ].flatMap(([edition, f, m]) =>
    [
      ["f", f],
      ["m", m],
    ].map(([sex, headcount]) => ({
      ...{ school_year: "2024-2025", edition, definition: "stem_monitor", level: "secondary", stage: "3" },
      ...{ year_in_stage: 1, stem_category: "stem", sex, ...schoolOf(school), headcount },
    })),
  );

const lectures = [
  // 2024-2025: five schools that were counted, one that was not, one lecture without the number of girls
  lecture(1, "2024-10-01", { students: 40, girls: 10, wrap_up_on: "2024-10-03" }),
  lecture(2, "2024-10-01", { girls: 8, format: "online" }),
  lecture(3, "2024-10-01", { girls: 8, stage: "3" }),
  lecture(4, "2024-10-01", { girls: 8, stage: "3" }),
  lecture(5, "2024-10-01", { girls: 8, stage: null }),
  lecture(1, "2025-03-04", { girls: null, wrap_up_on: "2025-03-05" }),
  lecture(6, "2025-08-25", { girls: 20, wrap_up_on: "2025-08-26" }),
  lecture(2, "2025-01-14", { programme: "ovk", girls: 15 }),
  lecture(2, "2025-01-14", { status: "cancelled", girls: 15 }),
  // 2023-2024
  lecture(1, "2024-01-16", { girls: null }),
  lecture(1, "2024-01-17", { girls: null }),
  lecture(1, "2024-01-18", { girls: null }),
];
const enrolments = [...counts(1, 50), ...[2, 3, 4, 5].flatMap((i) => counts(i, 60))];

let warehouse: Warehouse;
beforeAll(async () => {
  const analyses = [girlsInLectures];
  warehouse = await rawWarehouse({ schools, lectures, enrolments }, analyses, "2025-08-31");
});
afterAll(() => warehouse.close());

describe("girls in the lectures", () => {
  it("are set against the girls of the schools that hosted them, over the same lectures", async () => {
    const [row] = await warehouse.rows(
      "from analyses.girls_in_lectures where programme = 'stem_ovk' and school_year = '2024-2025'",
    );
    // 10 + 4 × 8 + 20 girls of 40 + 5 × 20 students; without school 6: 42 of 120
    expect(row).toMatchObject({ lectures: 7, filled: 6, students: 140, girls: 62, compared: 5, host_schools: 5 });
    expect(row?.filled_share).toBeCloseTo(6 / 7, 12);
    expect(row?.girls_share).toBeCloseTo(62 / 140, 12);
    expect(row?.compared_share).toBeCloseTo(42 / 120, 12);
    // hosts: 40 × 0.5 + 80 × 0.6 = 68 of 120, so 26 girls fewer
    expect(row?.host_share).toBeCloseTo(68 / 120, 12);
    expect(row?.difference).toBeCloseTo(-26 / 120, 12);
    // residuals: −10 + 40 × 26/120 = −4/3, and four times −4 + 20 × 26/120 = 1/3; 5/4 × (16/9 + 4/9) = 25/9
    expect(row?.upper).toBeCloseTo(-26 / 120 + (1.959964 * (5 / 3)) / 120, 7);
    expect(row).toMatchObject({ host_reason: null, reason: null });
  });

  it("have no share where nobody filled them in, and no comparison with fewer than five schools", async () => {
    const rows = await warehouse.rows(
      "select programme, school_year, filled_share, girls_share, host_share, host_reason, reason from analyses.girls_in_lectures where school_year = '2023-2024' or programme = 'ovk'",
    );
    const none = { girls_share: null, host_share: null };
    expect(rows).toEqual([
      {
        programme: "stem_ovk",
        school_year: "2023-2024",
        filled_share: 0,
        ...none,
        host_reason: "no_school_counts",
        reason: "girls_not_filled",
      },
      {
        programme: "ovk",
        school_year: "2024-2025",
        filled_share: 1,
        girls_share: 0.75,
        host_share: null,
        host_reason: "few_host_schools",
        reason: null,
      },
      {
        programme: null,
        school_year: "2023-2024",
        filled_share: 0,
        ...none,
        host_reason: "no_school_counts",
        reason: "girls_not_filled",
      },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { AS_OF, SCHOOL_YEARS, schoolDays, schoolYearOf, teachingDays } from "../../sample/generate/calendar.ts";
import { makeTables } from "../../sample/generate/tables.ts";

const { lectures = [], lecturers = [] } = makeTables();
const held = lectures.filter(({ status }) => status === "held");
const day = (row: Record<string, unknown>) => String(row.held_on);
const inYears = (...years: string[]) => held.filter((row) => years.includes(schoolYearOf(day(row))));
const count = (rows: typeof held, programme: string) => rows.filter((row) => row.programme === programme).length;

describe("sample lectures", () => {
  it("are held or planned on teaching days alone", () => {
    const open = new Set(SCHOOL_YEARS.flatMap((year) => teachingDays(year).map((one) => one.day)));
    expect(lectures.filter((row) => row.status !== "cancelled" && !open.has(day(row)))).toEqual([]);
  });

  it("number about 700 regular and 200 STEM in 2018-2019 and 2019-2020 together", () => {
    const both = inYears("2018-2019", "2019-2020");
    expect([count(both, "ovk"), count(both, "stem_ovk")]).toEqual([694, 193]);
  });

  it("number about 350 regular and 100 STEM in an ordinary year", () => {
    for (const year of ["2021-2022", "2022-2023", "2023-2024", "2024-2025"]) {
      expect(Math.abs(count(inYears(year), "ovk") - 350), year).toBeLessThan(30);
      expect(Math.abs(count(inYears(year), "stem_ovk") - 100), year).toBeLessThan(15);
    }
  });

  it("are most often in January, February and March", () => {
    const year = inYears("2024-2025");
    const season = year.filter((row) => ["01", "02", "03"].includes(day(row).slice(5, 7)));
    expect(season.length / year.length).toBeGreaterThan(0.5);
  });

  it("open with one kick-off in STEM-OvK each January", () => {
    const kickoffs = held.filter((row) => row.is_kickoff === true);
    expect(kickoffs.map((row) => schoolYearOf(day(row)))).toEqual(SCHOOL_YEARS);
    expect(new Set(kickoffs.map((row) => `${row.programme} ${day(row).slice(5, 7)}`))).toEqual(
      new Set(["stem_ovk 01"]),
    );
  });

  it("that fell in a closure were cancelled", () => {
    const closed = new Set(
      SCHOOL_YEARS.flatMap((year) =>
        schoolDays(year)
          .filter((one) => one.isClosed)
          .map((one) => one.day),
      ),
    );
    const fallen = lectures.filter((row) => closed.has(day(row)));
    expect(fallen.length).toBeGreaterThan(20);
    expect(new Set(fallen.map((row) => row.status))).toEqual(new Set(["cancelled"]));
  });

  it("have 15 to 70 students, of whom some are girls and some are boys or none is known", () => {
    const students = held.map((row) => Number(row.students));
    expect([Math.min(...students), Math.max(...students)]).toEqual([15, 70]);
    expect(held.filter((row) => Number(row.girls ?? 0) > Number(row.students))).toEqual([]);
  });

  it("are asked for, matched and given in that order, and registered on or before the as-of date", () => {
    const wrong = lectures.filter((row) => {
      const { requested_on, matched_on, recorded_on, wrap_up_on } = row;
      const known = [requested_on, matched_on, recorded_on, wrap_up_on].filter((one) => one !== null).map(String);
      const isOrdered = matched_on === null || requested_on === null || String(requested_on) < String(matched_on);
      return !isOrdered || String(matched_on ?? "") > day(row) || known.some((one) => one > AS_OF);
    });
    expect(wrong).toEqual([]);
  });

  it("up to the as-of date are held or cancelled, later ones planned", () => {
    expect(lectures.filter((row) => (row.status === "planned") !== day(row) > AS_OF)).toEqual([]);
  });

  it("are wrapped up in 70 to 95 % of a past year", () => {
    for (const year of SCHOOL_YEARS.slice(0, -1)) {
      const rows = inYears(year);
      const share = rows.filter((row) => row.wrap_up_on !== null).length / rows.length;
      expect(share, year).toBeGreaterThan(0.7);
      expect(share, year).toBeLessThan(0.95);
    }
  });

  it("ask no teacher more than three times and no lecturer more than his or her maximum a year", () => {
    const most = new Map(lecturers.map((row) => [row.lecturer_id, Number(row.max_lectures_per_year ?? 6)]));
    const load = new Map<string, number>();
    for (const row of lectures)
      for (const id of [row.lecturer_id, row.teacher_id].filter((one) => one !== null)) {
        const key = `${schoolYearOf(day(row))} ${id}`;
        load.set(key, (load.get(key) ?? 0) + 1);
      }
    const tooMany = [...load].filter(([key, n]) => n > (most.get(key.slice(10)) ?? 3));
    expect(tooMany).toEqual([]);
  });
});

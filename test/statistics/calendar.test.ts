import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoWeek, schoolYearOf } from "../../statistics/calendar/dates.ts";
import { easterSunday, schoolHolidays } from "../../statistics/calendar/holidays.ts";
import { enrolmentCountDate, teachingDays } from "../../statistics/calendar/teachingDays.ts";
import { expectFault } from "./fault.ts";

describe("dates", () => {
  it("a school year runs from 1 September to 31 August", () => {
    expect(schoolYearOf("2024-09-01")).toBe("2024-2025");
    expect(schoolYearOf("2025-08-31")).toBe("2024-2025");
    expect(schoolYearOf("2025-01-01")).toBe("2024-2025");
  });

  it("a week belongs to the year of its Thursday", () => {
    expect(isoWeek("2008-12-29")).toEqual({ year: 2009, week: 1, weekday: 1 });
    expect(isoWeek("2027-01-03")).toEqual({ year: 2026, week: 53, weekday: 7 });
    expect(isoWeek("2021-01-03")).toEqual({ year: 2020, week: 53, weekday: 7 });
    expect(isoWeek("1969-12-31")).toEqual({ year: 1970, week: 1, weekday: 3 });
  });

  it("a day later is the next weekday, in the same week or the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const date = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
        const [today, tomorrow] = [isoWeek(date(day)), isoWeek(date(day + 1))];
        expect(tomorrow.weekday).toBe((today.weekday % 7) + 1);
        if (tomorrow.weekday > 1) expect([tomorrow.year, tomorrow.week]).toEqual([today.year, today.week]);
      }),
    );
  });

  it("what is no date or school year is refused", () => {
    for (const date of ["", "2024-02-30", "2024-2-3", "01/09/2024", "NaN"]) {
      expectFault(() => schoolYearOf(date), "not_a_date");
      expectFault(() => isoWeek(date), "not_a_date");
    }
    for (const year of ["2024", "2024-2026", "2024-25"]) expectFault(() => teachingDays(year), "not_a_school_year");
  });
});

describe("holidays", () => {
  it("Easter falls where the almanac says", () => {
    expect([2019, 2024, 2025, 2026, 2038].map(easterSunday)).toEqual([
      "2019-04-21",
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2038-04-25",
    ]);
  });

  it("are those that schools published for 2024-2025 and 2025-2026", () => {
    expect(schoolHolidays("2024-2025")).toMatchObject({
      autumn: ["2024-10-28", "2024-11-03"],
      christmas: ["2024-12-23", "2025-01-05"],
      carnival: ["2025-03-03", "2025-03-09"],
      easter: ["2025-04-07", "2025-04-20"],
    });
    const next = schoolHolidays("2025-2026");
    expect(next).toMatchObject({
      autumn: ["2025-10-27", "2025-11-02"],
      christmas: ["2025-12-22", "2026-01-04"],
      carnival: ["2026-02-16", "2026-02-22"],
      easter: ["2026-04-06", "2026-04-19"],
    });
    expect(next.days).toContain("2026-05-14");
    expect(next.days).toContain("2026-05-25");
  });

  it("the autumn break of 2020-2021 lasted a week longer than the rule", () => {
    expect(schoolHolidays("2020-2021").autumn).toEqual(["2020-11-02", "2020-11-15"]);
    expect(schoolHolidays("2020-2021", {}).autumn).toEqual(["2020-11-02", "2020-11-08"]);
  });
});

describe("teachingDays", () => {
  it("leaves out weekends, the 30 weekdays of holidays and 6 single days off", () => {
    const days = teachingDays("2024-2025");
    expect(days[0]).toBe("2024-09-02");
    expect(days.at(-1)).toBe("2025-06-30");
    for (const off of [
      "2024-10-28",
      "2024-11-11",
      "2025-04-21",
      "2025-05-01",
      "2025-05-29",
      "2025-05-30",
      "2025-06-09",
    ]) {
      expect(days).not.toContain(off);
    }
    expect(days).toContain("2024-10-25");
    expect(days.length).toBe(216 - 30 - 6);
  });

  it("the count is on the first school day of February", () => {
    expect(enrolmentCountDate("2024-2025")).toBe("2025-02-03");
    expect(enrolmentCountDate("2025-2026")).toBe("2026-02-02");
    expect(enrolmentCountDate("2018-2019")).toBe("2019-02-01");
  });
});

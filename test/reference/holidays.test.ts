import { describe, expect, it } from "vitest";
import { readReference } from "../../sample/generate/reference.ts";

const rows = readReference("holidays.csv");
const inYear = (schoolYear: string) =>
  Object.fromEntries(
    rows.filter((row) => row.school_year === schoolYear).map(({ name, from, until }) => [name, [from, until]]),
  );

describe("holidays.csv", () => {
  it("agrees with the holidays that schools published for 2024-2025", () => {
    expect(inYear("2024-2025")).toEqual({
      autumn: ["2024-10-28", "2024-11-03"],
      armistice: ["2024-11-11", "2024-11-11"],
      christmas: ["2024-12-23", "2025-01-05"],
      krokus: ["2025-03-03", "2025-03-09"],
      easter: ["2025-04-07", "2025-04-20"],
      easter_monday: ["2025-04-21", "2025-04-21"],
      labour_day: ["2025-05-01", "2025-05-01"],
      ascension: ["2025-05-29", "2025-05-29"],
      ascension_friday: ["2025-05-30", "2025-05-30"],
      whit_monday: ["2025-06-09", "2025-06-09"],
    });
  });

  it("agrees with the holidays that schools published for 2025-2026, with Easter Monday inside", () => {
    expect(inYear("2025-2026")).toEqual({
      autumn: ["2025-10-27", "2025-11-02"],
      armistice: ["2025-11-11", "2025-11-11"],
      christmas: ["2025-12-22", "2026-01-04"],
      krokus: ["2026-02-16", "2026-02-22"],
      easter: ["2026-04-06", "2026-04-19"],
      labour_day: ["2026-05-01", "2026-05-01"],
      ascension: ["2026-05-14", "2026-05-14"],
      ascension_friday: ["2026-05-15", "2026-05-15"],
      whit_monday: ["2026-05-25", "2026-05-25"],
    });
  });

  it("starts the autumn holiday on 2 November when 1 November is a Sunday", () => {
    expect(inYear("2026-2027").autumn).toEqual(["2026-11-02", "2026-11-08"]);
  });

  it("starts the Christmas holiday after a Christmas at the weekend", () => {
    expect(inYear("2016-2017").christmas).toEqual(["2016-12-26", "2017-01-08"]);
    expect(inYear("2021-2022").christmas).toEqual(["2021-12-27", "2022-01-09"]);
  });

  it("starts the Easter holiday on Easter Monday when Easter falls in March", () => {
    expect(inYear("2023-2024").easter).toEqual(["2024-04-01", "2024-04-14"]);
    expect(inYear("2026-2027").easter).toEqual(["2027-03-29", "2027-04-11"]);
  });

  it("knows the closures of 2020 and 2021 and no other", () => {
    const closures = rows.filter(({ kind }) => kind === "closure").map(({ name, from, until }) => [name, from, until]);
    expect(closures).toEqual([
      ["spring_closure", "2020-03-16", "2020-05-14"],
      ["autumn_closure", "2020-11-09", "2020-11-15"],
      ["easter_closure", "2021-03-29", "2021-04-04"],
    ]);
  });

  it("covers fifteen school years and keeps every row within its own", () => {
    expect(new Set(rows.map((row) => row.school_year)).size).toBe(15);
    for (const { school_year = "", from = "", until = "" } of rows) {
      expect(from >= `${school_year.slice(0, 4)}-09-01`, `${school_year} ${from}`).toBe(true);
      expect(until <= `${school_year.slice(5)}-06-30`, `${school_year} ${until}`).toBe(true);
      expect(from <= until, `${school_year} ${from}`).toBe(true);
    }
  });

  it("gives a source for every row", () => {
    expect(rows.filter(({ source }) => !source)).toEqual([]);
  });
});

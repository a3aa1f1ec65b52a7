import { describe, expect, it } from "vitest";
import { band, countOn, courses, months } from "../../../../src/components/words/schoolYears.ts";
import { cumulative } from "../../../fixtures/chartRows.ts";

const { current, past } = courses(cumulative);
const year = (name: string) => {
  const found = past.find(({ schoolYear }) => schoolYear === name);
  if (!found) throw new Error(`no such year in the fixture: ${name}`);
  return found;
};

describe("courses(rows)", () => {
  it("sets the current school year apart from the past ones, oldest first", () => {
    expect(current?.schoolYear).toBe("2025-2026");
    expect(past.map(({ schoolYear, isClosed }) => `${schoolYear}${isClosed ? " closed" : ""}`)).toEqual([
      "2018-2019",
      "2019-2020 closed",
      "2020-2021 closed",
      "2021-2022",
      "2022-2023",
      "2023-2024",
      "2024-2025",
    ]);
  });
});

describe("countOn(course, day)", () => {
  it("is exact on a counted day and lies between two of them otherwise", () => {
    expect(countOn(year("2024-2025"), 110)).toEqual({ value: 292, isExact: true });
    expect(countOn(year("2024-2025"), 108)).toEqual({ value: 283.6, isExact: false });
  });

  it("stays at the final total after the last day", () => {
    expect(countOn(year("2024-2025"), 188)).toEqual({ value: 428, isExact: true });
  });
});

describe("band(past)", () => {
  it("leaves out the years in which schools were closed", () => {
    expect(band(past).at(-1)).toEqual({ day: 180, low: 335, high: 428 });
    expect(band(past.filter(({ isClosed }) => isClosed))).toEqual([]);
  });
});

describe("months(course)", () => {
  it("places the beginning of each month on the teaching days", () => {
    const starts = months(year("2024-2025"));
    expect(starts.map(({ date }) => date.slice(5, 7))).toEqual([
      "09",
      "10",
      "11",
      "12",
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
    ]);
    expect(starts.every(({ day }, index) => day >= (starts[index - 1]?.day ?? 0))).toBe(true);
  });
});

import { expect, it } from "vitest";
import { classRows } from "../../../../src/data/publication/oneClass.ts";

/** Days of a school year with the lectures up to then of all programmes together, of OvK and of STEM-OvK. */
const year = (school_year: string, days: [day: number, all: number, ovk: number, stem: number][], sameDay?: number) =>
  days.map(([teaching_day, ...lectures], i) => ({
    ...{ school_year, teaching_day, lectures, is_today: i === days.length - 1 },
    is_same_day: teaching_day === sameDay,
  }));
const told = (days: ReturnType<typeof year>) => classRows({ rows: async <T>() => days as T[] });

it("tells pupils up to days between which no programme had one or two lectures, from the last day back", async () => {
  const { told_days, single_classes } = await told(
    year("2025-2026", [
      [5, 1, 1, 0],
      [10, 4, 4, 0],
      [15, 5, 4, 1],
      [20, 10, 7, 3],
      [22, 11, 8, 3],
    ]),
  );
  // day 20 is one lecture of OvK short of today; day 15 has one lecture of STEM-OvK; day 5 one lecture
  expect(told_days.map(({ teaching_day }) => teaching_day)).toEqual([22, 10]);
  expect(single_classes).toEqual([]);
});

it("knows school years that are of one or two lectures, as a whole, by programme, or up to this day a year ago", async () => {
  const { single_classes, told_days } = await told([
    ...year(
      "2024-2025",
      [
        [5, 2, 0, 2],
        [10, 6, 3, 3],
      ],
      5,
    ),
    ...year("2025-2026", [[5, 2, 2, 0]]),
  ]);
  expect(single_classes).toEqual([
    { school_year: "2024-2025", scope: "same_day" },
    { school_year: "2025-2026", scope: "total" },
    { school_year: "2025-2026", scope: "programme" },
  ]);
  expect(told_days).toEqual([{ school_year: "2024-2025", teaching_day: 10 }]);
});

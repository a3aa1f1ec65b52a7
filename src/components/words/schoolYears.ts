import type { CumulativeRow } from "../../data/lectures/rows.ts";

/** One school year of a cumulative count, its rows in the order of the teaching days. */
export interface Course {
  schoolYear: string;
  rows: CumulativeRow[];
  last: CumulativeRow;
  isClosed: boolean;
}

/** The rows as school years, oldest first, with the current one apart. */
export function courses(rows: readonly CumulativeRow[]): { current: Course | null; past: Course[] } {
  const byYear = new Map<string, CumulativeRow[]>();
  for (const row of rows) byYear.set(row.school_year, [...(byYear.get(row.school_year) ?? []), row]);
  const all = [...byYear].flatMap(([schoolYear, unsorted]) => {
    const sorted = unsorted.toSorted((a, b) => a.teaching_day - b.teaching_day || a.value - b.value);
    const last = sorted.at(-1);
    if (last === undefined) return [];
    return [{ schoolYear, rows: sorted, last, isClosed: sorted.some((row) => row.is_closure_year) }];
  });
  all.sort((a, b) => (a.schoolYear < b.schoolYear ? -1 : 1));
  const current = all.findLast((course) => course.rows.some((row) => row.is_current)) ?? null;
  return { current, past: all.filter((course) => course !== current) };
}

/** The count at the end of a teaching day: between two known days on the straight line, after the last day its end value. */
export function countOn({ rows, last }: Course, day: number): { value: number; isExact: boolean } | null {
  const exact = rows.findLast((row) => row.teaching_day === day);
  if (exact !== undefined) return { value: exact.value, isExact: true };
  if (day > last.teaching_day) return { value: last.value, isExact: true };
  const after = rows.find((row) => row.teaching_day > day);
  const before = rows.findLast((row) => row.teaching_day < day) ?? { teaching_day: 0, value: 0 };
  if (after === undefined) return null;
  const share = (day - before.teaching_day) / (after.teaching_day - before.teaching_day);
  return { value: before.value + share * (after.value - before.value), isExact: false };
}

/** Least and most of the past years without closures, on each known teaching day. */
export function band(past: readonly Course[]): { day: number; low: number; high: number }[] {
  const open = past.filter((course) => !course.isClosed);
  if (open.length < 2) return [];
  const days = [...new Set([0, ...open.flatMap((course) => course.rows.map((row) => row.teaching_day))])].sort(
    (a, b) => a - b,
  );
  return days.flatMap((day) => {
    const values = open.flatMap((course) => countOn(course, day)?.value ?? []);
    return values.length === 0 ? [] : [{ day, low: Math.min(...values), high: Math.max(...values) }];
  });
}

/** The teaching days on which months begin, after the latest year that ran to its end. */
export function months({ rows }: Course): { day: number; date: string }[] {
  const seen = new Set<string>();
  return rows.flatMap(({ teaching_day, date }, index) => {
    const month = date.slice(0, 7);
    if (seen.has(month)) return [];
    seen.add(month);
    const before = rows[index - 1];
    const first = Date.parse(`${month}-01T00:00:00Z`);
    const end = Date.parse(`${date}T00:00:00Z`);
    if (Number.isNaN(first) || Number.isNaN(end)) return [];
    if (before === undefined) return [{ day: Math.max(0, teaching_day - 5), date }];
    const start = Date.parse(`${before.date}T00:00:00Z`);
    const share = end > start ? Math.min(1, Math.max(0, (first - start) / (end - start))) : 1;
    return [{ day: before.teaching_day + share * (teaching_day - before.teaching_day), date }];
  });
}

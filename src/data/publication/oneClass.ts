import { group } from "d3-array";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { keyOf, type LinkedTables } from "./linkedTables.ts";
import type { Release } from "./releases.ts";

/** So many lectures hide the class of each of them in the sum of their pupils. */
const FEWEST_CLASSES = 3;

export interface SingleClass {
  school_year: string;
  scope: "total" | "programme" | "province" | "same_day";
}

interface Day {
  school_year: string;
  teaching_day: number;
  is_today: boolean;
  is_same_day: boolean;
  /** Lectures up to that day of each programme, and of all together. */
  lectures: number[];
}

const DAYS = `
  with days as (
    select school_year, teaching_day, is_current_year, coalesce(programme, '') as programme, lectures_count as lectures from marts.lecture_days
  ),
  today as (select max(teaching_day) as day, any_value(school_year) as school_year from days where is_current_year),
  last as (select school_year, max(teaching_day) as day from days group by school_year)
  select days.school_year, days.teaching_day::integer as teaching_day, days.teaching_day = any_value(last.day) as is_today,
    coalesce(days.teaching_day = any_value(today.day) and left(days.school_year, 4)::integer = left(any_value(today.school_year), 4)::integer - 1, false) as is_same_day,
    list(lectures order by programme) as lectures
  from days inner join last on days.school_year = last.school_year left join today on true
  where days.teaching_day % 5 = 0 or days.teaching_day = last.day or days.teaching_day = today.day
  group by days.school_year, days.teaching_day order by days.school_year, days.teaching_day`;

const isOneClass = (before: readonly number[], after: readonly number[]) =>
  after.some((lectures, i) => {
    const added = lectures - (before[i] ?? 0);
    return added > 0 && added < FEWEST_CLASSES;
  });

/**
 * Where the pupils of one or two lectures can be subtracted: school years of which the total, or that of a programme, is of so few
 * (`single_classes`), or the sum up to this day a year ago; and the teaching days up to which contacts may be told (`told_days`): from the last
 * one back, each that has none or at least three lectures of every programme between itself and the next.
 */
export async function classRows(warehouse: Pick<Warehouse, "rows">) {
  const days = await warehouse.rows<Day>(DAYS);
  const single_classes: SingleClass[] = [];
  const told_days: { school_year: string; teaching_day: number }[] = [];
  for (const [school_year, own] of group(days, (day) => day.school_year)) {
    const end = own.at(-1) as Day;
    const totals = end.lectures.slice(0, 1);
    if (isOneClass([], totals)) single_classes.push({ school_year, scope: "total" });
    if (isOneClass([], end.lectures)) single_classes.push({ school_year, scope: "programme" });
    const then = own.find(({ is_same_day }) => is_same_day);
    if (then && (isOneClass([], then.lectures) || isOneClass(then.lectures, end.lectures)))
      single_classes.push({ school_year, scope: "same_day" });
    let next: Day | null = null;
    for (const day of own.toReversed()) {
      if (isOneClass([], day.lectures) || (next !== null && isOneClass(day.lectures, next.lectures))) continue;
      if (
        then &&
        day !== then &&
        day !== end &&
        (isOneClass(day.lectures, then.lectures) || isOneClass(then.lectures, day.lectures))
      )
        continue;
      told_days.push({ school_year, teaching_day: day.teaching_day });
      next = day;
    }
  }
  return { single_classes, told_days };
}

/**
 * School years of which a release told the pupils when there were one or two lectures less, or more: all of them by province, by programme, or
 * their total, so that the class is neither told nor subtracted.
 */
export function classSteps(linked: readonly LinkedTables[], releases: readonly Release[]): SingleClass[] {
  const found = new Map<string, SingleClass>();
  for (const { cells, places } of linked)
    for (const { key, value } of cells) {
      const place = places.get(key);
      if (place?.family !== "lectures" || place.counted !== "lectures") continue;
      const scope = (["total", "programme", "province"] as const).find((name) => name === place.breakdown);
      if (!scope) continue;
      for (const { counts } of releases) {
        const step = Math.abs(value - (counts[key] ?? value));
        if (
          step === 0 ||
          step >= FEWEST_CLASSES ||
          counts[keyOf({ ...place, family: "contacts", counted: "contacts" })] === undefined
        )
          continue;
        found.set(`${place.period} ${scope}`, { school_year: place.period, scope });
      }
    }
  return [...found.values()];
}

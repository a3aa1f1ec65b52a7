import { clumping } from "../../../statistics/pace/prior.ts";
import type { Warehouse } from "../../warehouse.ts";

/** Counts that have a benchmark for each school year. */
export const BENCHMARKS = ["lectures_count", "lecturers_count", "student_contacts_count", "teachers_count"] as const;
/** Whose counts: all programmes together (null), then each apart. */
export const PROGRAMMES = [null, "stem_ovk", "ovk"] as const;
export type Programme = (typeof PROGRAMMES)[number];
export type Benchmark = (typeof BENCHMARKS)[number];

/** A past school year in which no school was closed: what was counted on each teaching day, and the month (09, 10 …) of each. */
export interface PastYear {
  schoolYear: string;
  daily: number[];
  months: string[];
}

export interface BenchmarkYears {
  past: PastYear[];
  /** Clumping of the counts by school and teaching day of those years; 1 where it is unknown. */
  dispersion: number;
}

type Day = { school_year: string; month: string } & Record<Benchmark, number>;
type Clumps = { cells: number } & Record<Benchmark, number[]>;

const DAYS = `
  select school_year, strftime(date, '%m') as month, ${BENCHMARKS.map((id) => `${id}::double as ${id}`).join(", ")}
  from marts.lecture_days where programme is not distinct from $1 and not is_current_year and not is_closure_year order by school_year, teaching_day`;

const CLUMPS = `
  with past as (
    select school_year, max(teaching_day) as teaching_days
    from marts.lecture_days where programme is not distinct from $1 and not is_current_year and not is_closure_year group by school_year
  ),
  counts as (
    select counts.*, past.teaching_days
    from marts.school_lecture_days as counts
    inner join past on counts.school_year = past.school_year and counts.teaching_day <= past.teaching_days
    where counts.programme is not distinct from $1
  ),
  years as (select count(distinct school_id) * any_value(teaching_days) as cells from counts group by school_year)
  select (select coalesce(sum(cells), 0) from years)::double as cells,
    ${BENCHMARKS.map((id) => `coalesce(list(${id}::double order by school_year, teaching_day, school_id), []) as ${id}`).join(", ")}
  from counts`;

/** The past years of each benchmark of a programme that its forecast learns from. Years with closures, and years in which nothing was counted, are left out. */
export async function benchmarkYears(
  warehouse: Warehouse,
  programme: Programme = null,
): Promise<Map<Benchmark, BenchmarkYears>> {
  const days = await warehouse.rows<Day>(DAYS, [programme]);
  const [clumps] = await warehouse.rows<Clumps>(CLUMPS, [programme]);
  const schoolYears = [...new Set(days.map(({ school_year }) => school_year))];
  return new Map(
    BENCHMARKS.map((id) => {
      const past = schoolYears.map((schoolYear) => {
        const year = days.filter(({ school_year }) => school_year === schoolYear);
        return {
          schoolYear,
          daily: year.map((day, index) => day[id] - (year[index - 1]?.[id] ?? 0)),
          months: year.map(({ month }) => month),
        };
      });
      return [
        id,
        {
          past: past.filter(({ daily }) => daily.some((value) => value > 0)),
          dispersion: (clumps && clumping(clumps[id], { cells: clumps.cells })) ?? 1,
        },
      ];
    }),
  );
}

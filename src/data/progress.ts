import type { Warehouse } from "../../loaders/warehouse.ts";
import type { CumulativeRow } from "./rows.ts";
import { indicatorSection } from "./sections.ts";

export type Benchmark = "lectures_count" | "lecturers_count" | "student_contacts_count" | "teachers_count";

/** A benchmark's count so far at the end of every fifth teaching day of each school year, of its last day, and of today's teaching day. */
export const cumulativeSection = (warehouse: Warehouse, id: Benchmark) =>
  indicatorSection<CumulativeRow>(
    warehouse,
    id,
    `select days.school_year, days.teaching_day::integer as teaching_day, days.date, days.${id}::double as value, days.is_current_year as is_current,
       days.is_closure_year, progress.target::double as target
     from marts.lecture_days as days
     left join marts.benchmark_progress as progress on progress.school_year = days.school_year and progress.indicator_id = $1
     qualify days.teaching_day % 5 = 0 or days.teaching_day = max(days.teaching_day) over (partition by days.school_year)
       or days.teaching_day = max(days.teaching_day) filter (days.is_current_year) over ()
     order by days.school_year, days.teaching_day`,
  );

import type { Gate } from "../gate.ts";
import { analysisSection, fileSources, indicatorSection, type Programme, resultSection } from "../sections.ts";
import { BackTestRow, type CumulativeRow, DelayRow, DoseRow, ForecastRow, GirlsRow } from "./rows.ts";

/** Counts with a benchmark, in the order in which a manager asks for them. */
export const BENCHMARKS = ["lectures_count", "lecturers_count", "student_contacts_count", "teachers_count"] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

/** A benchmark's count so far at the end of every fifth teaching day of each school year, of its last day, and of today's teaching day. */
export const cumulativeSection = (gate: Gate, id: Benchmark, programme: Programme) =>
  indicatorSection<CumulativeRow>(
    gate,
    id,
    `select days.school_year, days.teaching_day::integer as teaching_day, days.date, days.${id}::double as value, days.is_current_year as is_current,
       days.is_closure_year, progress.target::double as target
     from marts.lecture_days as days
     left join marts.benchmark_progress as progress on progress.school_year = days.school_year and progress.indicator_id = $1
       and progress.programme is not distinct from days.programme
     where days.programme is not distinct from $2 and days.${id} is not null
     qualify days.teaching_day % 5 = 0 or days.teaching_day = max(days.teaching_day) over (partition by days.school_year)
       or days.teaching_day = max(days.teaching_day) filter (days.is_current_year) over ()
     order by days.school_year, days.teaching_day`,
    [id, programme],
    programme,
  );

const isOf = (programme: Programme) => (programme === null ? "programme is null" : `programme = '${programme}'`);

/** Where each benchmark of the current school year will end. */
export const forecastSection = (gate: Gate, programme: Programme) =>
  analysisSection(
    gate,
    BENCHMARKS,
    ForecastRow.omit({ meaning: true }),
    `analyses.benchmark_forecast where ${isOf(programme)}`,
    programme,
  );

/** How well that forecast would have done in past years: in all, then by month of the school year. */
export const backTestSection = (gate: Gate, programme: Programme) =>
  analysisSection(
    gate,
    BENCHMARKS,
    BackTestRow.omit({ meaning: true }),
    `analyses.benchmark_back_test where ${isOf(programme)} order by month is not null, (month::integer + 3) % 12`,
    programme,
  );

/** How many lectures the schools of one programme got in each school year, and how; null for all programmes together. */
export const doseSection = (gate: Gate, programme: Programme) =>
  resultSection(gate, "lectures_count", DoseRow, `analyses.lecture_dose where ${isOf(programme)} order by school_year`);

/** How soon lectures of past years stood in the register. */
export const delaySection = (gate: Gate) =>
  resultSection(gate, "lectures_count", DelayRow, "analyses.registration_delays order by days");

/** Girls in the lectures of one programme in each school year, beside their host schools; null for all programmes together. */
export async function girlsSection(gate: Gate, programme: Programme) {
  const section = await resultSection(
    gate,
    "student_contacts_count",
    GirlsRow,
    `analyses.girls_in_lectures where ${isOf(programme)} order by school_year`,
  );
  return { ...section, sources: await fileSources(gate, ["lectures", "enrolments"]) };
}

import type { Gate } from "../gate.ts";
import { labelOf } from "../labels.ts";
import type { BreakdownRow } from "../rows.ts";
import { indicatorSection } from "../sections.ts";

type Grouped = Omit<BreakdownRow, "label">;

/** Lectures held this school year in the groups of one breakdown, beside the same teaching day last year where that year was loaded. */
export async function lectureGroups(gate: Gate, breakdown: "programme" | "province" | "theme" | "discipline") {
  const section = await indicatorSection<Grouped>(
    gate,
    "lectures_count",
    `with years as (
       select left(school_year, 4)::integer as first_year, bool_or(is_current_year) as is_current from marts.lecture_days where programme is null group by school_year
     )
     select group_id as "group", lectures_count::double as value,
       if((select max(first_year) filter (is_current) - 1 from years) in (select first_year from years), last_year_count::double, null) as last_year,
       lectures_count::double as numerator, null as denominator, if(lectures_count is null, 'c', 'p') as status
     from marts.lecture_groups where breakdown = $1 order by lectures_count desc, group_id`,
    [breakdown],
    breakdown === "programme" ? undefined : null,
  );
  return { ...section, rows: section.rows.map((row) => ({ ...row, label: labelOf(row.group) })) };
}

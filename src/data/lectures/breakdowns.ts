import type { Warehouse } from "../../../loaders/warehouse.ts";
import { labelOf } from "../labels.ts";
import type { BreakdownRow, ReachRow } from "../rows.ts";
import { indicatorSection } from "../sections.ts";

type Grouped = Omit<BreakdownRow, "label">;

/** Lectures held this school year in the groups of one breakdown, beside the same teaching day last year where that year was loaded. */
export async function lectureGroups(
  warehouse: Warehouse,
  breakdown: "programme" | "province" | "theme" | "discipline",
) {
  const section = await indicatorSection<Grouped>(
    warehouse,
    "lectures_count",
    `with years as (
       select left(school_year, 4)::integer as first_year, bool_or(is_current_year) as is_current from marts.lecture_days group by school_year
     )
     select group_id as "group", lectures_count::double as value,
       if((select max(first_year) filter (is_current) - 1 from years) in (select first_year from years), last_year_count::double, null) as last_year,
       lectures_count::double as numerator, null as denominator, 'p' as status
     from marts.lecture_groups where breakdown = $1 order by lectures_count desc, group_id`,
    [breakdown],
  );
  return { ...section, rows: section.rows.map((row) => ({ ...row, label: labelOf(row.group) })) };
}

/** Satisfied answers (4 or 5) by item in the latest school year, beside the year before where the wording was the same. */
export const topTwo = (warehouse: Warehouse) =>
  indicatorSection<BreakdownRow>(
    warehouse,
    "top_two_share",
    `with answers as (
       select *, lag(value) over (partition by questionnaire_id, questionnaire_version, item_id, role order by period) as last_year
       from indicators.observations where indicator_id = $1
     )
     select answers.questionnaire_id || ' ' || answers.item_id as "group", {
       nl: items.text_nl || if(items.is_reversed, ' (omgekeerd geteld)', ''),
       en: coalesce(items.text_en, items.text_nl) || if(items.is_reversed, ' (counted in reverse)', '')
     } as label,
       answers.value, answers.last_year, answers.numerator, answers.denominator, answers.status
     from answers inner join raw.questionnaire_items as items
       on items.questionnaire_id = answers.questionnaire_id and items.version = answers.questionnaire_version and items.item_id = answers.item_id
     where answers.period = (select max(period) from answers)
     order by answers.role desc, answers.item_id, answers.questionnaire_version`,
  );

/** Gross reach up to now, a row for each campaign, channel and definition: never added over them. */
export const grossReach = (warehouse: Warehouse) =>
  indicatorSection<ReachRow>(
    warehouse,
    "gross_reach_count",
    `select period as school_year, campaign, channel, metric_definition as definition, value, status as flag
     from indicators.observations where indicator_id = $1 order by campaign, period, channel, definition`,
  );

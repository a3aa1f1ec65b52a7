import type { Gate } from "../gate.ts";
import type { BreakdownRow } from "../rows.ts";
import { indicatorSection } from "../sections.ts";

/** Satisfied answers (4 or 5) by item in the latest school year, beside the year before where the wording was the same. */
export const topTwo = (gate: Gate) =>
  indicatorSection<BreakdownRow>(
    gate,
    "top_two_share",
    `with answers as (
       select *, lag(value) over course as value_before, lag(period) over course as period_before
       from indicators.observations where indicator_id = $1
       window course as (partition by questionnaire_id, questionnaire_version, item_id, role order by period)
     )
     select answers.questionnaire_id || ' ' || answers.item_id as "group", {
       nl: items.text_nl || if(items.is_reversed, ' (omgekeerd geteld)', ''),
       en: coalesce(items.text_en, items.text_nl) || if(items.is_reversed, ' (counted in reverse)', '')
     } as label,
       answers.value,
       case when left(answers.period_before, 4)::integer = left(answers.period, 4)::integer - 1 then answers.value_before end as last_year, answers.numerator, answers.denominator, answers.status
     from answers inner join marts.questionnaire_items as items
       on items.questionnaire_id = answers.questionnaire_id and items.questionnaire_version = answers.questionnaire_version and items.item_id = answers.item_id
     where answers.period = (select max(period) from answers)
     order by answers.role desc, answers.item_id, answers.questionnaire_version`,
  );

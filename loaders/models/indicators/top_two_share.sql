-- grain: one row a school year, version of a questionnaire, item and role
select
    school_year as period,
    role,
    questionnaire_id,
    questionnaire_version,
    item_id,
    count(*) filter (where score >= 4) as numerator,
    -- a blank answer is no opinion
    count(score) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from marts.responses
where scale = 'likert5'
group by school_year, role, questionnaire_id, questionnaire_version, item_id

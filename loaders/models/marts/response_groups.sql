-- grain: one row a school year, questionnaire, role, trait and group
with
    frame as (
        unpivot marts.response_frame
        on province, network, track
        into name trait value group_id
    )

select
    school_year,
    questionnaire_id,
    role,
    trait,
    group_id,
    count(*) as lectures,
    count(*) filter (where responses > 0) as answered,
    cast(sum(responses) as bigint) as responses
from frame
group by school_year, questionnaire_id, role, trait, group_id

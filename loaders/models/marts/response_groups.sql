-- grain: one row a school year, questionnaire, role, trait and group; key: school_year, questionnaire_id, role, trait, group_id
-- nl: {n} groep van uitgenodigden komt meer dan eens voor. | {n} groepen van uitgenodigden komen meer dan eens voor.
-- en: {n} group of those invited occurs more than once. | {n} groups of those invited occur more than once.
-- open: school_year, questionnaire_id, role, trait, group_id
-- count: lectures, answered, responses
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

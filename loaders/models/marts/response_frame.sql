-- grain: one row a lecture held and questionnaire of its school year; key: lecture_id, questionnaire_id, role
-- nl: {n} gastles komt bij dezelfde vragenlijst meer dan eens voor. | {n} gastlessen komen bij dezelfde vragenlijst meer dan eens voor.
-- en: {n} lecture occurs more than once with the same questionnaire. | {n} lectures occur more than once with the same questionnaire.
-- open: school_year, questionnaire_id, role, province, network, track
-- count: responses
-- personal: lecture_id
with
    lectures as (select * from marts.lectures),
    schools as (select * from marts.schools),
    asked as (select * from marts.questionnaire_years),
    answered as (
        select
            lecture_id,
            questionnaire_id,
            role,
            count(distinct response_id) as responses
        from marts.responses
        where answer is not null and lecture_id is not null
        group by lecture_id, questionnaire_id, role
    )

select
    lectures.lecture_id,
    lectures.school_year,
    asked.questionnaire_id,
    asked.role,
    coalesce(lectures.province, 'unknown') as province,
    coalesce(schools.network, 'unknown') as network,
    coalesce(lectures.track, 'unknown') as track,
    coalesce(answered.responses, 0) as responses
from lectures
inner join asked on lectures.school_year = asked.school_year
left join schools
    on lectures.school_id = schools.school_id
    and lectures.site_id = schools.site_id
left join answered
    on lectures.lecture_id = answered.lecture_id
    and asked.questionnaire_id = answered.questionnaire_id
    and asked.role = answered.role
where lectures.status = 'held'

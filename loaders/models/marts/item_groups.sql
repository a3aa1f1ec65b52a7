-- grain: one row a school year, item of a version, trait and group; key: school_year, questionnaire_id, role, questionnaire_version, item_id, trait, group_id
-- nl: {n} groep van antwoorden komt meer dan eens voor. | {n} groepen van antwoorden komen meer dan eens voor.
-- en: {n} group of answers occurs more than once. | {n} groups of answers occur more than once.
-- open: school_year, questionnaire_id, role, questionnaire_version, item_id, trait, group_id
-- count: answers, favourable
with
    answers as (
        select
            lecture_id,
            questionnaire_id,
            role,
            questionnaire_version,
            item_id,
            count(score) as answers,
            count(*) filter (where is_favourable) as favourable
        from marts.responses
        where scale in ('likert5', 'yes_no')
        group by
            lecture_id,
            questionnaire_id,
            role,
            questionnaire_version,
            item_id
    ),
    placed as (
        select
            frame.* exclude (responses),
            answers.* exclude (lecture_id, questionnaire_id, role)
        from marts.response_frame as frame
        inner join answers
            on frame.lecture_id = answers.lecture_id
            and frame.questionnaire_id = answers.questionnaire_id
            and frame.role = answers.role
    ),
    traits as (
        unpivot placed
        on province, network, track
        into name trait value group_id
    )

select
    school_year,
    questionnaire_id,
    role,
    questionnaire_version,
    item_id,
    trait,
    group_id,
    cast(sum(answers) as bigint) as answers,
    cast(sum(favourable) as bigint) as favourable
from traits
group by
    school_year,
    questionnaire_id,
    role,
    questionnaire_version,
    item_id,
    trait,
    group_id

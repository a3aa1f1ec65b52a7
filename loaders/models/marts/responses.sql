-- grain: one row an item of a response; key: response_id, item_id
-- nl: {n} antwoord komt meer dan eens voor. | {n} antwoorden komen meer dan eens voor.
-- en: {n} answer occurs more than once. | {n} answers occur more than once.
-- open: questionnaire_id, questionnaire_version, item_id, role, school_year, is_current_year, text_nl, text_en, scale, is_reversed
-- personal: response_id, lecture_id, respondent_id, submitted_at, answer, score, is_favourable
with
    responses as (select * from staging.stg_responses),
    items as (select * from staging.stg_questionnaire_items),
    lectures as (select * from staging.stg_lectures),
    parameters as (select * from staging.stg_parameters)

select
    responses.response_id,
    responses.questionnaire_id,
    responses.questionnaire_version,
    responses.item_id,
    responses.role,
    responses.lecture_id,
    -- the person who answered; where no lecture tells, each form is one
    coalesce(
        case responses.role
            when 'teacher' then lectures.teacher_id
            else lectures.lecturer_id
        end,
        'form ' || responses.response_id
    ) as respondent_id,
    responses.submitted_at,
    coalesce(lectures.school_year, responses.submitted_school_year)
        as school_year,
    coalesce(lectures.school_year, responses.submitted_school_year)
        = parameters.current_school_year as is_current_year,
    items.text_nl,
    items.text_en,
    items.scale,
    items.is_reversed,
    responses.answer,
    case
        when items.scale = 'likert5' and items.is_reversed
            then 6 - responses.answer
        when items.scale = 'yes_no' and items.is_reversed
            then 1 - responses.answer
        else responses.answer
    end as score,
    case items.scale
        when 'likert5' then score >= 4
        when 'yes_no' then score = 1
    end as is_favourable
from responses
cross join parameters
left join items
    on responses.questionnaire_id = items.questionnaire_id
    and responses.questionnaire_version = items.questionnaire_version
    and responses.item_id = items.item_id
left join lectures on responses.lecture_id = lectures.lecture_id

-- grain: one row a wording that a reviewer approved, numbered in its item and school year; key: questionnaire_id, questionnaire_version, item_id, role, school_year, number
-- nl: {n} nagekeken antwoord komt meer dan eens voor. | {n} nagekeken antwoorden komen meer dan eens voor.
-- en: {n} reviewed answer occurs more than once. | {n} reviewed answers occur more than once.
-- open: questionnaire_id, questionnaire_version, item_id, role, school_year
-- open: number, approved_wording
with
    responses as (select * from marts.responses where scale = 'text'),
    reviews as (select * from staging.stg_reviews)

select
    responses.questionnaire_id,
    responses.questionnaire_version,
    responses.item_id,
    responses.role,
    responses.school_year,
    -- in the order of the alphabet, which tells not whose it was
    row_number() over (
        partition by
            responses.questionnaire_id,
            responses.questionnaire_version,
            responses.item_id,
            responses.role,
            responses.school_year
        order by reviews.approved_wording
    ) as number,
    reviews.approved_wording
from reviews
inner join responses
    on reviews.response_id = responses.response_id
    and reviews.item_id = responses.item_id

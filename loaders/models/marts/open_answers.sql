-- grain: one row an item that is answered in words, and a school year; key: questionnaire_id, questionnaire_version, item_id, role, school_year
-- nl: {n} vraag in woorden komt in een schooljaar meer dan eens voor. | {n} vragen in woorden komen in een schooljaar meer dan eens voor.
-- en: {n} item in words occurs more than once in a school year. | {n} items in words occur more than once in a school year.
-- open: questionnaire_id, questionnaire_version, item_id, role, school_year
-- open: is_current_year, text_nl, text_en
-- count: answers, approved
with
    responses as (select * from marts.responses where scale = 'text'),
    written as (select * from staging.stg_responses where has_text),
    reviews as (select * from staging.stg_reviews)

select
    responses.questionnaire_id,
    responses.questionnaire_version,
    responses.item_id,
    responses.role,
    responses.school_year,
    any_value(responses.is_current_year) as is_current_year,
    any_value(responses.text_nl) as text_nl,
    any_value(responses.text_en) as text_en,
    count(*) as answers,
    count(reviews.response_id) as approved
from responses
inner join written
    on responses.response_id = written.response_id
    and responses.item_id = written.item_id
left join reviews
    on responses.response_id = reviews.response_id
    and responses.item_id = reviews.item_id
group by
    responses.questionnaire_id,
    responses.questionnaire_version,
    responses.item_id,
    responses.role,
    responses.school_year

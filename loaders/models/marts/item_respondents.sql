-- grain: one row a school year, item of a version of a questionnaire and person; key: school_year, questionnaire_id, questionnaire_version, role, item_id, respondent_id
-- nl: {n} persoon komt bij dezelfde vraag meer dan eens voor. | {n} personen komen bij dezelfde vraag meer dan eens voor.
-- en: {n} person occurs more than once with the same item. | {n} persons occur more than once with the same item.
-- open: school_year, is_current_year, questionnaire_id, questionnaire_version, role, item_id, scale, is_reversed, text_nl, text_en
-- count: answers, no_opinion, favourable, answers_1, answers_2, answers_3, answers_4, answers_5
-- personal: respondent_id
-- a person who answers about several lectures is one cluster of answers
select
    school_year,
    is_current_year,
    questionnaire_id,
    questionnaire_version,
    role,
    item_id,
    scale,
    is_reversed,
    text_nl,
    text_en,
    respondent_id,
    count(score) as answers,
    count(*) - count(score) as no_opinion,
    count(*) filter (where is_favourable) as favourable,
    count(*) filter (where score = 1) as answers_1,
    count(*) filter (where score = 2) as answers_2,
    count(*) filter (where score = 3) as answers_3,
    count(*) filter (where score = 4) as answers_4,
    count(*) filter (where score = 5) as answers_5
from marts.responses
where scale in ('likert5', 'yes_no')
group by all

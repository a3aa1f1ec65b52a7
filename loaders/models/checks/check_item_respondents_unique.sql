-- stage: marts
-- nl: {n} persoon komt bij dezelfde vraag meer dan eens voor. | {n} personen komen bij dezelfde vraag meer dan eens voor.
-- en: {n} person occurs more than once with the same item. | {n} persons occur more than once with the same item.
select
    school_year,
    questionnaire_id,
    questionnaire_version,
    role,
    item_id,
    respondent_id
from marts.item_respondents
group by
    school_year,
    questionnaire_id,
    questionnaire_version,
    role,
    item_id,
    respondent_id
having count(*) > 1

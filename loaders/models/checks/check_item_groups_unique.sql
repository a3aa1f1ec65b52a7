-- stage: marts
-- nl: {n} groep van antwoorden komt meer dan eens voor. | {n} groepen van antwoorden komen meer dan eens voor.
-- en: {n} group of answers occurs more than once. | {n} groups of answers occur more than once.
select
    school_year,
    questionnaire_id,
    role,
    questionnaire_version,
    item_id,
    trait,
    group_id
from marts.item_groups
group by
    school_year,
    questionnaire_id,
    role,
    questionnaire_version,
    item_id,
    trait,
    group_id
having count(*) > 1

-- stage: marts
-- nl: {n} groep van uitgenodigden komt meer dan eens voor. | {n} groepen van uitgenodigden komen meer dan eens voor.
-- en: {n} group of those invited occurs more than once. | {n} groups of those invited occur more than once.
select school_year, questionnaire_id, role, trait, group_id
from marts.response_groups
group by school_year, questionnaire_id, role, trait, group_id
having count(*) > 1

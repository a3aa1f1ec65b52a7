-- stage: marts
-- nl: {n} vragenlijst komt in een schooljaar meer dan eens voor. | {n} vragenlijsten komen in een schooljaar meer dan eens voor.
-- en: {n} questionnaire occurs more than once in a school year. | {n} questionnaires occur more than once in a school year.
select school_year, questionnaire_id, role
from marts.questionnaire_years
group by school_year, questionnaire_id, role
having count(*) > 1

-- stage: marts
-- nl: {n} gastles komt bij dezelfde vragenlijst meer dan eens voor. | {n} gastlessen komen bij dezelfde vragenlijst meer dan eens voor.
-- en: {n} lecture occurs more than once with the same questionnaire. | {n} lectures occur more than once with the same questionnaire.
select lecture_id, questionnaire_id, role
from marts.response_frame
group by lecture_id, questionnaire_id, role
having count(*) > 1

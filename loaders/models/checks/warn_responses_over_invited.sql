-- stage: indicators
-- nl: {n} vragenlijst heeft meer antwoorden dan uitnodigingen. | {n} vragenlijsten hebben meer antwoorden dan uitnodigingen.
-- en: {n} questionnaire has more responses than invitations. | {n} questionnaires have more responses than invitations.
select *
from indicators.observations
where
    indicator_id = 'response_rate'
    and questionnaire_id is not null
    and numerator > denominator

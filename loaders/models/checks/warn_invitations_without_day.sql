-- stage: marts
-- nl: {n} vragenlijst van het lopende schooljaar heeft uitnodigingen zonder dag, en dus geen respons: vul invited_on in. | {n} vragenlijsten van het lopende schooljaar hebben uitnodigingen zonder dag, en dus geen respons: vul invited_on in.
-- en: {n} questionnaire of the running school year has invitations without a day, and so no response rate: fill in invited_on. | {n} questionnaires of the running school year have invitations without a day, and so no response rate: fill in invited_on.
select *
from marts.questionnaire_years
where is_current_year and invited is not null and due_invited is null

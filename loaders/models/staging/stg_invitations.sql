-- grain: one row a questionnaire, role, school year and day of invitation; without a day, what was sent in the whole school year
select
    questionnaire_id,
    role,
    period as school_year,
    invited_on,
    invited
from raw.invitations

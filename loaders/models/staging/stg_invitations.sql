-- grain: one row a questionnaire, role and school year
select
    questionnaire_id,
    role,
    period as school_year,
    invited
from raw.invitations

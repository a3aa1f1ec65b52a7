-- grain: one row a completed form, with the day of the invitation that it answers; key: response_id, questionnaire_id, role, school_year
-- nl: {n} ingevulde vragenlijst komt meer dan eens voor. | {n} ingevulde vragenlijsten komen meer dan eens voor.
-- en: {n} completed questionnaire occurs more than once. | {n} completed questionnaires occur more than once.
-- open: questionnaire_id, role, school_year, questionnaire_version, submitted_on, lecture_on, invited_on
-- personal: response_id
with
    invitations as (
        select * from staging.stg_invitations
        where invited_on is not null
    ),
    forms as (
        select
            responses.response_id,
            responses.questionnaire_id,
            responses.role,
            responses.school_year,
            max(responses.questionnaire_version) as questionnaire_version,
            cast(max(responses.submitted_at) as date) as submitted_on,
            max(lectures.held_on) as lecture_on
        from marts.responses as responses
        left join staging.stg_lectures as lectures
            on responses.lecture_id = lectures.lecture_id
        -- a form without one answer was opened, not completed
        where responses.answer is not null
        group by
            responses.response_id,
            responses.questionnaire_id,
            responses.role,
            responses.school_year
    )

select
    forms.*,
    -- an answer on a lecture answers the first invitation from that day on;
    -- any other, or one before it, the last invitation before the answer
    coalesce(
        case
            when after_lecture.invited_on <= forms.submitted_on
                then after_lecture.invited_on
        end,
        before_answer.invited_on,
        forms.submitted_on
    ) as invited_on
from forms
asof left join invitations as after_lecture
    on forms.questionnaire_id = after_lecture.questionnaire_id
    and forms.role = after_lecture.role
    and forms.school_year = after_lecture.school_year
    and forms.lecture_on <= after_lecture.invited_on
asof left join invitations as before_answer
    on forms.questionnaire_id = before_answer.questionnaire_id
    and forms.role = before_answer.role
    and forms.school_year = before_answer.school_year
    and forms.submitted_on >= before_answer.invited_on

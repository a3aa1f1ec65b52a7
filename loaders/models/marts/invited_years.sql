-- grain: one row a school year, questionnaire and role with invitations; key: school_year, questionnaire_id, role
-- nl: {n} vragenlijst heeft in een schooljaar meer dan eens een aantal uitgenodigden. | {n} vragenlijsten hebben in een schooljaar meer dan eens een aantal uitgenodigden.
-- en: {n} questionnaire has a number of invitations more than once in a school year. | {n} questionnaires have a number of invitations more than once in a school year.
-- open: school_year, questionnaire_id, role, has_days
-- count: invited, due_invited
with
    parameters as (select * from staging.stg_parameters),
    invitations as (
        select
            invitations.*,
            -- a younger invitation can still be answered; of a school year
            -- that is over, those without a day had their time
            coalesce(
                parameters.as_of - invitations.invited_on
                >= parameters.response_days,
                true
            ) as is_due,
            invitations.invited_on is null
            and invitations.school_year = parameters.current_school_year
            and invitations.invited > 0 as lacks_day
        from staging.stg_invitations as invitations
        cross join parameters
    )

select
    school_year,
    questionnaire_id,
    role,
    cast(sum(invited) as bigint) as invited,
    -- null where nobody can tell which invitations had time to be answered
    case
        when not bool_or(lacks_day)
            then
                cast(coalesce(sum(invited) filter (where is_due), 0) as bigint)
    end as due_invited,
    count(invited_on) > 0 as has_days
from invitations
group by school_year, questionnaire_id, role

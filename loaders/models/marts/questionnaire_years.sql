-- grain: one row a school year, questionnaire and role; key: school_year, questionnaire_id, role
-- nl: {n} vragenlijst komt in een schooljaar meer dan eens voor. | {n} vragenlijsten komen in een schooljaar meer dan eens voor.
-- en: {n} questionnaire occurs more than once in a school year. | {n} questionnaires occur more than once in a school year.
with
    parameters as (select * from staging.stg_parameters),
    invitations as (select * from staging.stg_invitations),
    completed as (
        select
            school_year,
            questionnaire_id,
            role,
            -- a form without one answer was opened, not completed
            count(distinct response_id) as completed,
            count(distinct questionnaire_version) as versions,
            max(questionnaire_version) as last_version
        from marts.responses
        where answer is not null
        group by school_year, questionnaire_id, role
    ),
    years as (
        select
            school_year,
            questionnaire_id,
            role,
            invitations.invited,
            coalesce(completed.completed, 0) as completed,
            coalesce(completed.versions, 0) as versions,
            completed.last_version
        from invitations
        full join completed using (school_year, questionnaire_id, role)
    )

select
    years.school_year,
    years.school_year = parameters.current_school_year as is_current_year,
    years.questionnaire_id,
    years.role,
    years.invited,
    years.completed,
    years.versions,
    -- invitations do not tell versions apart
    case when years.versions = 1 then years.last_version
    end as questionnaire_version,
    count(*) over (
        partition by years.school_year, years.role
    ) as questionnaires_of_role
from years
cross join parameters

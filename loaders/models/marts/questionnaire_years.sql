-- grain: one row a school year, questionnaire and role; key: school_year, questionnaire_id, role
-- nl: {n} vragenlijst komt in een schooljaar meer dan eens voor. | {n} vragenlijsten komen in een schooljaar meer dan eens voor.
-- en: {n} questionnaire occurs more than once in a school year. | {n} questionnaires occur more than once in a school year.
-- open: school_year, is_current_year, questionnaire_id, role, versions, questionnaire_version, questionnaires_of_role
-- count: invited, completed, due_invited, due_completed
with
    parameters as (select * from staging.stg_parameters),
    invited as (select * from marts.invited_years),
    completed as (
        select
            forms.school_year,
            forms.questionnaire_id,
            forms.role,
            count(*) as completed,
            count(*) filter (
                where not coalesce(invited.has_days, false)
                or parameters.as_of - forms.invited_on
                >= parameters.response_days
            ) as due_completed,
            count(distinct forms.questionnaire_version) as versions,
            max(forms.questionnaire_version) as last_version
        from marts.completed_forms as forms
        cross join parameters
        left join invited using (school_year, questionnaire_id, role)
        group by forms.school_year, forms.questionnaire_id, forms.role
    ),
    years as (
        select
            school_year,
            questionnaire_id,
            role,
            invited.invited,
            invited.due_invited,
            coalesce(completed.completed, 0) as completed,
            coalesce(completed.due_completed, 0) as due_completed,
            coalesce(completed.versions, 0) as versions,
            completed.last_version
        from invited
        full join completed using (school_year, questionnaire_id, role)
    )

select
    years.school_year,
    years.school_year = parameters.current_school_year as is_current_year,
    years.questionnaire_id,
    years.role,
    years.invited,
    years.completed,
    years.due_invited,
    case when years.due_invited is not null then years.due_completed
    end as due_completed,
    years.versions,
    -- invitations do not tell versions apart
    case when years.versions = 1 then years.last_version
    end as questionnaire_version,
    count(*) over (
        partition by years.school_year, years.role
    ) as questionnaires_of_role
from years
cross join parameters

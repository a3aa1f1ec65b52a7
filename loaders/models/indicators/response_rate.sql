-- grain: one row a school year, in all and for each questionnaire and role
with
    parameters as (select * from staging.stg_parameters),
    invitations as (select * from staging.stg_invitations),
    completed as (
        select
            school_year,
            questionnaire_id,
            role,
            -- a form without one answer was opened, not completed
            count(distinct response_id) filter (where answer is not null)
                as responses
        from marts.responses
        group by school_year, questionnaire_id, role
    ),
    rates as (
        select
            invitations.school_year as period,
            invitations.role,
            invitations.questionnaire_id,
            sum(coalesce(completed.responses, 0)) as numerator,
            sum(invitations.invited) as denominator
        from invitations
        left join completed
            on invitations.school_year = completed.school_year
            and invitations.questionnaire_id = completed.questionnaire_id
            and invitations.role = completed.role
        group by grouping sets (
            (invitations.school_year),
            (
                invitations.school_year,
                invitations.role,
                invitations.questionnaire_id
            )
        )
    )

select
    rates.*,
    case
        when
            rates.numerator / nullif(rates.denominator, 0)
            < parameters.response_rate_low then 'u'
        when rates.period = parameters.current_school_year then 'p'
    end as status
from rates
cross join parameters

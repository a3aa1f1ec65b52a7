-- grain: one row a school year, in all and for each questionnaire and role
with
    parameters as (select * from staging.stg_parameters),
    rates as (
        select
            school_year as period,
            role,
            questionnaire_id,
            -- no rate where it is not known who had time to answer
            case
                when count(due_invited) = count(*) then sum(due_completed)
            end as numerator,
            case
                when count(due_invited) = count(*) then sum(due_invited)
            end as denominator
        from marts.questionnaire_years
        where
            invited is not null
            -- a younger invitation can still be answered
            and coalesce(due_invited > 0 or invited = 0, true)
        group by grouping sets (
            (school_year),
            (school_year, role, questionnaire_id)
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

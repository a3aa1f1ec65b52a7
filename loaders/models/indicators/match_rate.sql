-- grain: one row a school year, in all and for each province
with
    parameters as (select * from staging.stg_parameters),
    followed as (
        select
            requests.school_year as period,
            coalesce(requests.province, 'unknown') as province,
            requests.is_current_year,
            -- without a day of the match it is not known to be in time
            coalesce(
                requests.days_to_match <= parameters.match_days,
                false
            ) as is_in_time
        from marts.requests as requests
        cross join parameters
        -- a younger request can still be matched in time
        where requests.days_since >= parameters.match_days
    )

select
    period,
    province,
    count(*) filter (where is_in_time) as numerator,
    count(*) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from followed
group by grouping sets (
    (period),
    (period, province)
)

-- grain: one row with the parameters of this load
with
    source as (
        select
            *,
            year(as_of - interval 8 month) as first_year
        from meta.parameters
    ),
    thresholds as (
        select
            max(value) filter (where id = 'registration_days')
                as registration_days,
            max(value) filter (where id = 'match_days') as match_days,
            max(value) filter (where id = 'wrap_up_days') as wrap_up_days,
            max(value) filter (where id = 'response_days') as response_days,
            max(value) filter (where id = 'response_rate_low')
                as response_rate_low
        from meta.thresholds
    )

select
    as_of,
    thresholds.registration_days,
    thresholds.match_days,
    thresholds.wrap_up_days,
    thresholds.response_days,
    thresholds.response_rate_low,
    first_year || '-' || (first_year + 1) as current_school_year
from source
cross join thresholds

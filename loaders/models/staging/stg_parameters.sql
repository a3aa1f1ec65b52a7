-- grain: one row with the parameters of this load
with
    source as (
        select
            *,
            year(as_of - interval 8 month) as first_year
        from meta.parameters
    )

select
    as_of,
    registration_days,
    response_rate_low,
    first_year || '-' || (first_year + 1) as current_school_year
from source

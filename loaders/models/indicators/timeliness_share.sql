-- grain: one row a school year, in all and for each programme
with
    parameters as (select * from staging.stg_parameters),
    held as (
        select
            lectures.school_year as period,
            lectures.programme,
            lectures.is_current_year,
            -- without a day of recording it is not known to be in time
            coalesce(
                lectures.days_to_record <= parameters.registration_days,
                false
            ) as is_in_time
        from marts.lectures
        cross join parameters
        where
            lectures.status = 'held'
            -- a younger lecture can still be recorded in time
            and lectures.days_since >= parameters.registration_days
    )

select
    period,
    programme,
    count(*) filter (where is_in_time) as numerator,
    count(*) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from held
group by grouping sets (
    (period),
    (period, programme)
)

-- grain: one row a school year, in all and for each programme
with
    parameters as (select * from staging.stg_parameters)

select
    lectures.school_year as period,
    lectures.programme,
    -- a day to come is a plan
    count(*) filter (where lectures.wrap_up_on <= parameters.as_of)
        as numerator,
    count(*) as denominator,
    case when bool_or(lectures.is_current_year) then 'p' end as status
from marts.lectures
cross join parameters
where
    lectures.status = 'held'
    -- a younger lecture can still get its wrap-up
    and lectures.days_since >= parameters.wrap_up_days
group by grouping sets (
    (lectures.school_year),
    (lectures.school_year, lectures.programme)
)

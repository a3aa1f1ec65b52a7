-- grain: one row a school year, in all and for each programme
with
    held as (
        select
            school_year as period,
            programme,
            is_current_year,
            lecturer_id is not null
            and teacher_id is not null
            and stage is not null
            and track is not null
            and discipline is not null
            and theme is not null
            and format is not null as is_complete
        from marts.lectures
        where status = 'held'
    )

select
    period,
    programme,
    count(*) filter (where is_complete) as numerator,
    count(*) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from held
group by grouping sets (
    (period),
    (period, programme)
)

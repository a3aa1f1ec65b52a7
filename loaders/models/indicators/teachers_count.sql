-- grain: one row a school year, in all and for each group of a breakdown
with
    held as (
        select
            school_year as period,
            programme,
            coalesce(province, 'unknown') as province,
            teacher_id,
            is_current_year
        from marts.lecture_teachers
    )

select
    period,
    programme,
    province,
    count(distinct teacher_id) as numerator,
    null as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from held
group by grouping sets (
    (period),
    (period, programme),
    (period, province)
)

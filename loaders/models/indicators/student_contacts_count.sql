-- grain: one row a school year, in all and for each group of a breakdown
with
    held as (
        select
            school_year as period,
            programme,
            coalesce(province, 'unknown') as province,
            students,
            if(is_students_estimated, students, 0) as estimated,
            is_current_year
        from marts.lectures
        where status = 'held'
    )

select
    period,
    programme,
    province,
    sum(students) as numerator,
    null as denominator,
    case
        when sum(estimated) > 0.2 * sum(students) then 'e'
        when bool_or(is_current_year) then 'p'
    end as status
from held
group by grouping sets (
    (period),
    (period, programme),
    (period, province)
)

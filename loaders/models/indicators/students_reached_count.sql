-- grain: one row a school year and bound
with
    sites as (
        select
            school_year as period,
            school_id,
            site_id,
            max(students) as largest_lecture,
            sum(students) as contacts,
            sum(if(is_students_estimated, students, 0)) as estimated,
            bool_or(is_current_year) as is_current_year
        from marts.lectures
        where status = 'held'
        group by school_year, school_id, site_id
    ),
    years as (
        select
            period,
            sum(largest_lecture) as lower,
            sum(contacts) as upper,
            case
                when sum(estimated) > 0.2 * sum(contacts) then 'e'
                when bool_or(is_current_year) then 'p'
            end as status
        from sites
        group by period
    )

select
    period,
    bound,
    students as numerator,
    null as denominator,
    status
from (unpivot years on lower, upper into name bound value students)

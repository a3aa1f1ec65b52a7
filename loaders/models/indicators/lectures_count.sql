-- grain: one row a school year, in all and for each group of a breakdown
with
    held as (
        select
            school_year as period,
            programme,
            coalesce(province, 'unknown') as province,
            coalesce(theme, 'unknown') as theme,
            coalesce(discipline, 'unknown') as discipline,
            is_current_year
        from marts.lectures
        where status = 'held'
    )

select
    period,
    programme,
    province,
    theme,
    discipline,
    count(*) as numerator,
    null as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from held
group by grouping sets (
    (period),
    (period, programme),
    (period, province),
    (period, theme),
    (period, discipline)
)

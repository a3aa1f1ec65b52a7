-- grain: one row a school year, in all and for each province
with
    held as (
        select
            school_year as period,
            programme,
            coalesce(province, 'unknown') as province,
            is_current_year
        from marts.lectures
        where status = 'held'
    )

select
    period,
    province,
    count(*) filter (where programme = 'stem_ovk') as numerator,
    count(*) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from held
group by grouping sets (
    (period),
    (period, province)
)

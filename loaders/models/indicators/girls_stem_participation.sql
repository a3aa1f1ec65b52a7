-- grain: one row a school year, in all and for each group of a breakdown
with
    girls as (
        select
            school_year as period,
            coalesce(province, 'unknown') as province,
            coalesce(track, 'unknown') as track,
            stem_category,
            headcount,
            status
        from marts.enrolments
        where stage = '3' and year_in_stage in (1, 2) and sex = 'f'
    )

select
    period,
    province,
    track,
    coalesce(sum(headcount) filter (where stem_category = 'stem'), 0)
        as numerator,
    sum(headcount) as denominator,
    -- the worst flag of the counts: break, else estimated, else provisional
    case
        when bool_or(status = 'b') then 'b'
        when bool_or(status = 'e') then 'e'
        when bool_or(status = 'p') then 'p'
    end as status
from girls
group by grouping sets (
    (period),
    (period, province),
    (period, track)
)

-- grain: one row a school year, in all and for each group of a breakdown
with
    pupils as (
        select
            school_year as period,
            coalesce(province, 'unknown') as province,
            coalesce(track, 'unknown') as track,
            coalesce(domain, 'unknown') as domain,
            sex,
            headcount,
            status
        from marts.enrolments
        where
            stage = '3'
            and year_in_stage in (1, 2)
            and stem_category = 'stem'
    )

select
    period,
    province,
    track,
    domain,
    coalesce(sum(headcount) filter (where sex = 'f'), 0) as numerator,
    sum(headcount) as denominator,
    -- the worst flag of the counts: break, else estimated, else provisional
    case
        when bool_or(status = 'b') then 'b'
        when bool_or(status = 'e') then 'e'
        when bool_or(status = 'p') then 'p'
    end as status
from pupils
group by grouping sets (
    (period),
    (period, province),
    (period, track),
    (period, domain)
)

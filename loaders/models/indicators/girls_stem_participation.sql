-- grain: one row a school year, in all and for each group of a breakdown
with
    pupils as (
        select
            school_year as period,
            coalesce(province, 'unknown') as province,
            coalesce(track, 'unknown') as track,
            coalesce(domain, 'unknown') as domain,
            stem_category,
            sex,
            headcount,
            status
        from marts.enrolments
        where stage = '3' and year_in_stage in (1, 2)
    ),
    girls as (
        select
            period,
            province,
            track,
            coalesce(sum(headcount) filter (where stem_category = 'stem'), 0)
                as numerator,
            sum(headcount) as denominator,
            -- the worst flag: break, else estimated, else provisional
            case
                when bool_or(status = 'b') then 'b'
                when bool_or(status = 'e') then 'e'
                when bool_or(status = 'p') then 'p'
            end as status
        from pupils
        where sex = 'f'
        group by grouping sets (
            (period),
            (period, province),
            (period, track)
        )
    ),
    -- out of all girls, as is the total that the domains add up to
    domains as (
        select
            period,
            domain,
            coalesce(sum(headcount) filter (where sex = 'f'), 0) as numerator
        from pupils
        where stem_category = 'stem'
        group by period, domain
    )

select
    *,
    null as domain
from girls
union all by name
select
    domains.*,
    girls.denominator,
    girls.status
from domains
inner join girls
    on domains.period = girls.period
    and girls.province is null
    and girls.track is null

-- grain: one row a school year, in all and for each track
with
    groups as (
        select
            school_year as period,
            coalesce(track, 'unknown') as track,
            sex = 'f' as is_girl,
            stem_category = 'stem' as is_stem,
            headcount,
            status
        from marts.enrolments
        where stage = '3' and year_in_stage in (1, 2)
    ),
    counts as (
        select
            period,
            track,
            sum(headcount) filter (where is_girl) as girls,
            sum(headcount) filter (where is_girl and is_stem) as stem_girls,
            sum(headcount) filter (where not is_girl) as boys,
            sum(headcount) filter (where not is_girl and is_stem) as stem_boys,
            -- the worst flag: break, else estimated, else provisional
            case
                when bool_or(status = 'b') then 'b'
                when bool_or(status = 'e') then 'e'
                when bool_or(status = 'p') then 'p'
            end as status
        from groups
        group by grouping sets (
            (period),
            (period, track)
        )
    )

select
    period,
    track,
    coalesce(stem_girls, 0) / nullif(girls, 0) as numerator,
    coalesce(stem_boys, 0) / nullif(boys, 0) as denominator,
    status
from counts

-- grain: one row a school year, both stages together and each apart
select
    school_year as period,
    stage,
    coalesce(sum(headcount) filter (where stem_category = 'stem'), 0)
        as numerator,
    sum(headcount) as denominator,
    -- the worst flag of the counts: break, else estimated, else provisional
    case
        when bool_or(status = 'b') then 'b'
        when bool_or(status = 'e') then 'e'
        when bool_or(status = 'p') then 'p'
    end as status
from marts.enrolments
where stage in ('2', '3') and year_in_stage = 1
group by grouping sets (
    (school_year),
    (school_year, stage)
)

-- grain: one row a school year and phase; phases follow each other, never add
select
    school_year as period,
    phase,
    coalesce(sum(value_eur) filter (where funder_type = 'public'), 0)
        as numerator,
    sum(value_eur) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from marts.funding
where kind = 'cash'
group by school_year, phase

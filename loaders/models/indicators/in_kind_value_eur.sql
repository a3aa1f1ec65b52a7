-- grain: one row a school year and phase; phases follow each other, never add
select
    school_year as period,
    phase,
    sum(value_eur) as numerator,
    null as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from marts.funding
where kind = 'in_kind'
group by school_year, phase

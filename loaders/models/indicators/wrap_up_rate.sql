-- grain: one row a school year, in all and for each programme
select
    school_year as period,
    programme,
    count(wrap_up_on) as numerator,
    count(*) as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from marts.lectures
where status = 'held'
group by grouping sets (
    (school_year),
    (school_year, programme)
)

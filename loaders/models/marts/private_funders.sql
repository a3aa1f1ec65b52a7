-- grain: one row a school year, phase and private funder, in all and by programme
select
    school_year,
    bool_or(is_current_year) as is_current_year,
    phase,
    programme,
    funder_id,
    sum(value_eur) as amount_eur
from marts.funding
where kind = 'cash' and funder_type = 'private'
group by grouping sets (
    (school_year, phase, funder_id),
    (school_year, phase, programme, funder_id)
)

-- grain: one row a school year, money and hours that were received; key: school_year
-- nl: {n} schooljaar komt meer dan eens voor in de financiering. | {n} schooljaren komen meer dan eens voor in de financiering.
-- en: {n} school year occurs more than once in the funding. | {n} school years occur more than once in the funding.
-- open: school_year, is_current_year
-- magnitude: public_eur, private_eur, in_kind_eur, in_kind_hours
select
    school_year,
    is_current_year,
    coalesce(
        sum(value_eur) filter (where kind = 'cash' and funder_type = 'public'),
        0
    ) as public_eur,
    coalesce(
        sum(value_eur) filter (where kind = 'cash' and funder_type = 'private'),
        0
    ) as private_eur,
    coalesce(sum(value_eur) filter (where kind = 'in_kind'), 0) as in_kind_eur,
    coalesce(sum(hours) filter (where kind = 'in_kind'), 0) as in_kind_hours
from marts.funding
where phase = 'received'
group by school_year, is_current_year
order by school_year

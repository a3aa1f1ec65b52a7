-- grain: one row a school year and phase, in all (programme null) and by programme; key: school_year, phase, programme
-- nl: {n} fase van een schooljaar komt in de financiering meer dan eens voor. | {n} fasen van een schooljaar komen in de financiering meer dan eens voor.
-- en: {n} phase of a school year occurs more than once in the funding. | {n} phases of a school year occur more than once in the funding.
-- open: school_year, is_current_year, phase, programme
-- count: cash_entries
-- magnitude: public_eur, private_eur, in_kind_eur, in_kind_hours
select
    school_year,
    bool_or(is_current_year) as is_current_year,
    phase,
    programme,
    coalesce(
        sum(value_eur) filter (where kind = 'cash' and funder_type = 'public'),
        0
    ) as public_eur,
    coalesce(
        sum(value_eur) filter (where kind = 'cash' and funder_type = 'private'),
        0
    ) as private_eur,
    count(*) filter (where kind = 'cash') as cash_entries,
    coalesce(sum(value_eur) filter (where kind = 'in_kind'), 0) as in_kind_eur,
    coalesce(sum(hours) filter (where kind = 'in_kind'), 0) as in_kind_hours
from marts.funding
group by grouping sets (
    (school_year, phase),
    (school_year, phase, programme)
)

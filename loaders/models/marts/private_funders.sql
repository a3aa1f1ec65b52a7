-- grain: one row a school year, phase and private funder, in all and by programme; key: school_year, phase, programme, funder_id
-- nl: {n} private financier komt in een fase meer dan eens voor. | {n} private financiers komen in een fase meer dan eens voor.
-- en: {n} private funder occurs more than once in a phase. | {n} private funders occur more than once in a phase.
-- open: school_year, is_current_year, phase, programme
-- magnitude: amount_eur
-- personal: funder_id
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

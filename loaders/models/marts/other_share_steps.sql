-- grain: one row a share, programme, school year and day on which it moves; key: indicator_id, programme, school_year, day
-- nl: {n} dag van een aandeel komt meer dan eens voor. | {n} dagen van aandelen komen meer dan eens voor.
-- en: {n} day of a share occurs more than once. | {n} days of shares occur more than once.
-- open: indicator_id, programme, school_year, day
-- count: numerator, denominator
with
    steps as (
        select
            'stem_share_of_lectures' as indicator_id,
            school_year,
            held_on as day,
            if(programme = 'stem_ovk', 1, 0) as numerator,
            1 as denominator
        from marts.lectures
        where status = 'held'
        union all
        select
            'public_share_of_funding',
            school_year,
            booked_on,
            if(funder_type = 'public', value_eur, 0),
            value_eur
        from marts.funding
        where kind = 'cash' and phase = 'received'
    )

select
    indicator_id,
    null as programme,
    school_year,
    day,
    cast(sum(numerator) as double) as numerator,
    cast(sum(denominator) as double) as denominator
from steps
group by indicator_id, school_year, day

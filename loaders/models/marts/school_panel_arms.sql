-- grain: one row an arm of the panel of schools; key: arm
-- nl: {n} groep scholen van het panel komt meer dan eens voor. | {n} groepen scholen van het panel komen meer dan eens voor.
-- en: {n} arm of the panel of schools occurs more than once. | {n} arms of the panel of schools occur more than once.
-- open: arm
-- count: schools, kept, not_every_year, without_girls, without_stem, began_stem, stopped_stem
select
    arm,
    count(*) as schools,
    count(*) filter (where left_out is null) as kept,
    count(*) filter (where left_out = 'not_every_year') as not_every_year,
    count(*) filter (where left_out is null and not has_girls_always)
        as without_girls,
    count(*) filter (where left_out is null and not has_stem_always)
        as without_stem,
    count(*) filter (
        where left_out is null and not has_stem_first and has_stem_last
    ) as began_stem,
    count(*) filter (
        where left_out is null and has_stem_first and not has_stem_last
    ) as stopped_stem
from marts.school_panel_schools
group by arm
order by arm

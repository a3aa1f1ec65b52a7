-- grain: one row with the day and the school year that figures hold for; key: as_of
-- nl: {n} peildag komt meer dan eens voor. | {n} peildagen komen meer dan eens voor.
-- en: {n} as-of day occurs more than once. | {n} as-of days occur more than once.
-- open: as_of, current_school_year
select
    as_of,
    current_school_year
from staging.stg_parameters

-- grain: one row a holiday of a school year
select
    school_year,
    name,
    kind,
    cast("from" as date) as starts_on,
    cast(coalesce("until", "from") as date) as ends_on
from reference.holidays

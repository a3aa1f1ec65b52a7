-- grain: one row a site of a school
select
    school_id,
    site_id,
    name,
    postcode,
    nis,
    network,
    string_split(stages, '+') as stages,
    open_from,
    open_until,
    cast(lat as double) as lat,
    cast(lon as double) as lon
from raw.schools

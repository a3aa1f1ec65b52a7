-- grain: one row a postcode and municipality
select
    postcode,
    nis,
    cast(lat as double) as lat,
    cast(lon as double) as lon
from reference.postcodes

-- grain: one row a present municipality
select
    nis,
    name,
    province,
    -- the centre, which stands for every place within the municipality
    cast(lat as double) as lat,
    cast(lon as double) as lon,
    -- a school may still be listed under the code from before a merger
    list_distinct(list_append(string_split(former_nis, '|'), nis)) as all_nis
from reference.municipalities

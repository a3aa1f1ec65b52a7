-- grain: one row a campaign, wave and channel
select
    campaign,
    wave,
    -- the day, month, year or school year that a wave's name begins with
    coalesce(
        try_cast(
            case
                when regexp_matches(wave, '^[0-9]{4}-[0-9]{4}([^0-9]|$)')
                    then left(wave, 4) || '-09-01'
            end as date
        ),
        try_cast(regexp_extract(wave, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') as date),
        try_cast(regexp_extract(wave, '^[0-9]{4}-[0-9]{2}') || '-01' as date),
        try_cast(
            case
                when regexp_matches(wave, '^[0-9]{4}-[0-9]{2}([^0-9]|$)')
                    then left(wave, 4) || '-09-01'
            end as date
        ),
        try_cast(
            case
                when regexp_matches(wave, '^[0-9]{4}([^0-9]|$)')
                    then left(wave, 4) || '-01-01'
            end as date
        )
    ) as starts_on,
    channel,
    unique_reach,
    universe,
    cast(girls_share as double) as girls_share,
    "overlaps",
    source
from raw.channel_reach

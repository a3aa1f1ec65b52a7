-- grain: one row a campaign, wave and channel
select
    campaign,
    wave,
    channel,
    unique_reach,
    universe,
    cast(girls_share as double) as girls_share,
    "overlaps",
    source
from raw.channel_reach

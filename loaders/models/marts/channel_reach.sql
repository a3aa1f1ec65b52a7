-- grain: one row a campaign, wave and channel
select
    campaign,
    wave,
    channel,
    unique_reach,
    universe,
    unique_reach / universe as reach_share,
    girls_share
from staging.stg_channel_reach

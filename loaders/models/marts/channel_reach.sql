-- grain: one row a campaign, wave and channel; key: campaign, wave, channel
-- nl: {n} kanaal komt in een golf meer dan eens voor. | {n} kanalen komen in een golf meer dan eens voor.
-- en: {n} channel occurs more than once in a wave. | {n} channels occur more than once in a wave.
-- open: campaign, wave, channel, universe, reach_share, girls_share
-- count: unique_reach
select
    campaign,
    wave,
    channel,
    unique_reach,
    universe,
    unique_reach / universe as reach_share,
    girls_share
from staging.stg_channel_reach

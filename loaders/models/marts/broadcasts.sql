-- grain: one row a broadcast of a campaign on a channel; key: campaign, channel, broadcast_on
-- nl: {n} uitzending komt meer dan eens voor. | {n} uitzendingen komen meer dan eens voor.
-- en: {n} broadcast occurs more than once. | {n} broadcasts occur more than once.
-- open: campaign, channel, broadcast_on, programme, viewers, basis
select
    campaign,
    channel,
    broadcast_on,
    programme,
    viewers,
    basis
from staging.stg_broadcasts

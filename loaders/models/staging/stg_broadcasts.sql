-- grain: one row a campaign, station and day
select
    campaign,
    channel,
    broadcast_on,
    programme,
    viewers,
    basis,
    source
from raw.broadcasts

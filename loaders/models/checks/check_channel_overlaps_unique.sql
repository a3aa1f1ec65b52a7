-- stage: marts
-- nl: {n} overlap van kanalen komt meer dan eens voor. | {n} overlappingen van kanalen komen meer dan eens voor.
-- en: {n} overlap of channels occurs more than once. | {n} overlaps of channels occur more than once.
select campaign, wave, channel, other_channel
from marts.channel_overlaps
group by campaign, wave, channel, other_channel
having count(*) > 1

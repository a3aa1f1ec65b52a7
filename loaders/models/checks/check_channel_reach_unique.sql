-- stage: marts
-- nl: {n} kanaal komt in een golf meer dan eens voor. | {n} kanalen komen in een golf meer dan eens voor.
-- en: {n} channel occurs more than once in a wave. | {n} channels occur more than once in a wave.
select campaign, wave, channel
from marts.channel_reach
group by campaign, wave, channel
having count(*) > 1

-- stage: marts
-- nl: {n} kanaal van een campagnegolf is gebruikt, maar heeft geen bereik: de bovengrens geldt dan alleen voor de bekende kanalen. | {n} kanalen van campagnegolven zijn gebruikt, maar hebben geen bereik: de bovengrens geldt dan alleen voor de bekende kanalen.
-- en: {n} channel of a campaign wave was used but has no reach: the upper bound then holds for the known channels only. | {n} channels of campaign waves were used but have no reach: the upper bound then holds for the known channels only.
select * from marts.unmeasured_channels

-- stage: marts
-- nl: {n} definitie van een kanaal hoort bij meer dan één soort bereik. | {n} definities van kanalen horen bij meer dan één soort bereik.
-- en: {n} definition of a channel belongs to more than one kind of reach. | {n} definitions of channels belong to more than one kind of reach.
select
    channel,
    metric_definition
from marts.campaign_metrics
where metric in ('views', 'reach', 'sessions')
group by channel, metric_definition
having count(distinct metric) > 1

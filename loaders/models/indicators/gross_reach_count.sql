-- grain: one row a school year, campaign, channel and definition
select
    school_year as period,
    campaign,
    channel,
    metric_definition,
    sum(value) as numerator,
    null as denominator,
    case when bool_or(is_current_year) then 'p' end as status
from marts.campaign_metrics
where metric in ('views', 'reach', 'sessions')
group by school_year, campaign, channel, metric_definition

-- stage: marts
-- nl: {n} campagnecijfer komt meer dan eens voor. | {n} campagnecijfers komen meer dan eens voor.
-- en: {n} campaign figure occurs more than once. | {n} campaign figures occur more than once.
with
    keys as (
        select
            campaign,
            channel,
            content_id,
            metric,
            metric_definition
        from marts.campaign_metrics
    )

select *
from keys
group by all
having count(*) > 1

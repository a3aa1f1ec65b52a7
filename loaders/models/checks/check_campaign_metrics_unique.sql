-- stage: marts
-- nl: {n} campagnecijfer staat er meer dan eens in. | {n} campagnecijfers staan er meer dan eens in.
-- en: {n} campaign figure stands there more than once. | {n} campaign figures stand there more than once.
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

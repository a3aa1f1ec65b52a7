-- grain: one row a measurement of a piece of content
with
    source as (
        select
            *,
            year(coalesce(published_on, measured_on) - interval 8 month)
                as first_year
        from raw.campaign_metrics
    )

select
    campaign,
    channel,
    content_id,
    metric,
    metric_definition,
    measured_on,
    title,
    published_on,
    first_year || '-' || (first_year + 1) as school_year,
    value
from source

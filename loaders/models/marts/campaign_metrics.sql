-- grain: one row a piece of content, metric and definition: the last measured; key: campaign, channel, content_id, metric, metric_definition
-- nl: {n} campagnecijfer komt meer dan eens voor. | {n} campagnecijfers komen meer dan eens voor.
-- en: {n} campaign figure occurs more than once. | {n} campaign figures occur more than once.
-- open: campaign, channel, content_id, metric, metric_definition, measured_on, title, published_on, school_year, is_current_year
-- magnitude: value
with
    metrics as (select * from staging.stg_campaign_metrics),
    parameters as (select * from staging.stg_parameters)

select
    metrics.campaign,
    metrics.channel,
    metrics.content_id,
    metrics.metric,
    metrics.metric_definition,
    metrics.measured_on,
    metrics.title,
    metrics.published_on,
    metrics.school_year,
    metrics.school_year = parameters.current_school_year as is_current_year,
    metrics.value
from metrics
cross join parameters
where
    metrics.measured_on <= parameters.as_of
    -- a count of one day is no total so far
    and metrics.metric_definition not like '%\_day\_%' escape '\'
qualify
    row_number() over (
        partition by
            metrics.campaign,
            metrics.channel,
            metrics.content_id,
            metrics.metric,
            metrics.metric_definition
        order by metrics.measured_on desc
    ) = 1

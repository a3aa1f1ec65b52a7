-- grain: one row a campaign, wave and channel that was used in it but has no known reach; key: campaign, wave, channel
-- nl: {n} kanaal zonder bereik komt in een golf meer dan eens voor. | {n} kanalen zonder bereik komen in een golf meer dan eens voor.
-- en: {n} channel without reach occurs more than once in a wave. | {n} channels without reach occur more than once in a wave.
-- open: campaign, wave, channel, seen_in, first_used_on
with
    waves as (
        select distinct
            campaign,
            wave,
            starts_on
        from staging.stg_channel_reach
    ),
    -- a wave lasts until the next one of its campaign; one whose name holds
    -- no day may have been at any time
    periods as (
        select
            *,
            case
                when starts_on is not null
                    then
                        lead(starts_on ignore nulls) over (
                            partition by campaign order by starts_on nulls first
                        )
            end as next_starts_on
        from waves
    ),
    used as (
        -- stations of radio and television stand in the reach as one channel
        select
            broadcasts.campaign,
            'tv' as channel,
            broadcasts.broadcast_on as used_on,
            'broadcasts' as seen_in
        from staging.stg_broadcasts as broadcasts
        cross join staging.stg_parameters as parameters
        where broadcasts.broadcast_on <= parameters.as_of
        union all
        select
            campaign,
            channel,
            coalesce(published_on, measured_on) as used_on,
            'campaign_metrics' as seen_in
        from marts.campaign_metrics
        where value > 0
    )

select
    periods.campaign,
    periods.wave,
    used.channel,
    string_agg(distinct used.seen_in, ', ' order by used.seen_in) as seen_in,
    min(used.used_on) as first_used_on
from periods
inner join used
    on periods.campaign = used.campaign
    and used.used_on >= coalesce(periods.starts_on, used.used_on)
    and used.used_on < coalesce(periods.next_starts_on, date '9999-12-31')
anti join staging.stg_channel_reach as measured
    on periods.campaign = measured.campaign
    and periods.wave = measured.wave
    and used.channel = measured.channel
group by periods.campaign, periods.wave, used.channel

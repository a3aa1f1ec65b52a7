-- grain: one row a campaign, wave and pair of channels, in alphabetical order; key: campaign, wave, channel, other_channel
-- nl: {n} overlap van kanalen komt meer dan eens voor. | {n} overlappingen van kanalen komen meer dan eens voor.
-- en: {n} overlap of channels occurs more than once. | {n} overlaps of channels occur more than once.
-- open: campaign, wave, channel, other_channel, overlap_share, spread
with
    told as (
        select
            campaign,
            wave,
            channel,
            unnest(string_split("overlaps", '|')) as part
        from staging.stg_channel_reach
        where "overlaps" is not null
    ),
    pairs as (
        select
            campaign,
            wave,
            least(channel, split_part(part, ':', 1)) as channel,
            greatest(channel, split_part(part, ':', 1)) as other_channel,
            cast(split_part(part, ':', 2) as double) as overlap_share
        from told
    )

select
    pairs.campaign,
    pairs.wave,
    pairs.channel,
    pairs.other_channel,
    avg(pairs.overlap_share order by pairs.overlap_share) as overlap_share,
    -- both channels may tell the same overlap
    max(pairs.overlap_share) - min(pairs.overlap_share) as spread
from pairs
-- an overlap with a channel whose reach is not known says nothing
semi join staging.stg_channel_reach as first_channel
    on pairs.campaign = first_channel.campaign
    and pairs.wave = first_channel.wave
    and pairs.channel = first_channel.channel
semi join staging.stg_channel_reach as second_channel
    on pairs.campaign = second_channel.campaign
    and pairs.wave = second_channel.wave
    and pairs.other_channel = second_channel.channel
group by
    pairs.campaign,
    pairs.wave,
    pairs.channel,
    pairs.other_channel

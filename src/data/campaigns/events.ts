import type { Gate } from "../gate.ts";
import { fileSources, plainSection } from "../sections.ts";
import type { BroadcastRow, EventRow, PressRow } from "./rows.ts";

/** Everything dated about the campaigns, oldest first: posts on the day of publication, broadcasts, press, and the calendar beside them. */
export const events = async (gate: Gate) =>
  plainSection<EventRow>(
    gate,
    `select kind, starts_on, ends_on, {'nl': nl, 'en': en} as text from (
       select 'calendar' as kind, starts_on, coalesce(ends_on, starts_on) as ends_on, text_nl as nl, text_en as en from marts.annotations
       union all select distinct 'post', published_on, published_on, campaign || ': ' || coalesce(title, content_id),
         campaign || ': ' || coalesce(title, content_id) from marts.campaign_metrics where published_on is not null
       union all select 'broadcast', broadcast_on, broadcast_on, campaign || ', ' || channel, campaign || ', ' || channel from marts.broadcasts
       union all select 'press', published_on, published_on, outlet || coalesce(': ' || title, ''), outlet || coalesce(': ' || title, '')
         from marts.media_coverage)
     order by starts_on, kind, nl, ends_on`,
    await fileSources(gate, ["annotations", "campaign_metrics", "broadcasts", "media_coverage"]),
  );

export const broadcasts = async (gate: Gate) =>
  plainSection<BroadcastRow>(
    gate,
    `select campaign, channel, basis, count(*)::integer as broadcasts, min(broadcast_on) as first_on, max(broadcast_on) as last_on,
       min(viewers) as fewest_viewers, max(viewers) as most_viewers, (count(*) filter (where viewers is null))::integer as without_viewers
     from marts.broadcasts group by campaign, channel, basis order by campaign, channel, basis`,
    await fileSources(gate, ["broadcasts"]),
  );

/** Newest first. */
export const press = async (gate: Gate) =>
  plainSection<PressRow>(
    gate,
    "select published_on, outlet, title, url, is_national from marts.media_coverage order by published_on desc, item_id",
    await fileSources(gate, ["media_coverage"]),
  );

/**
 * What a channel counts, and since when it counts it so. The year is that of the channel's change, or that of the first export in use where
 * the channel has not changed it. Two definitions never share an axis or a sum; `day` in the name is a count of one day, not a total up to it.
 */
export interface MetricDefinition {
  id: string;
  channel: string;
  metric: string;
  source: string;
}

const YOUTUBE = "YouTube Help: how engagement metrics are counted";
const META = "Meta Business Help: metrics in content exports";
const VIEWS = "Meta Business Help: views replace impressions";
const TIKTOK = "TikTok Studio: analytics export";
const ANALYTICS = "Google Analytics Help: dimensions and metrics";

const TOTALS: [id: string, metric: string, source: string][] = [
  ["youtube_view_2012", "views", YOUTUBE],
  ["youtube_view_2025", "views", "YouTube Help: from 31 March 2025 a Shorts view is every start or replay"],
  ["youtube_watch_2012", "watch_hours", YOUTUBE],
  ["youtube_impression_2018", "impressions", YOUTUBE],
  ["youtube_like_2018", "likes", YOUTUBE],
  ["youtube_comment_2018", "comments", YOUTUBE],
  ["youtube_share_2018", "shares", YOUTUBE],
  ["facebook_impression_2018", "impressions", META],
  ["facebook_view_2024", "views", VIEWS],
  ["facebook_reach_2018", "reach", META],
  ["facebook_reaction_2018", "likes", META],
  ["facebook_comment_2018", "comments", META],
  ["facebook_share_2018", "shares", META],
  ["instagram_impression_2018", "impressions", META],
  ["instagram_view_2024", "views", VIEWS],
  ["instagram_reach_2018", "reach", META],
  ["instagram_like_2018", "likes", META],
  ["instagram_comment_2018", "comments", META],
  ["instagram_share_2018", "shares", META],
  ["tiktok_view_2018", "views", TIKTOK],
  ["tiktok_like_2018", "likes", TIKTOK],
  ["tiktok_comment_2018", "comments", TIKTOK],
  ["tiktok_share_2018", "shares", TIKTOK],
  ["tiktok_follower_2018", "followers", TIKTOK],
  ["website_view_2020", "views", ANALYTICS],
  ["website_active_user_2020", "reach", ANALYTICS],
  ["website_session_2020", "sessions", ANALYTICS],
];

export const METRIC_DEFINITIONS: readonly MetricDefinition[] = TOTALS.flatMap(([id, metric, source]) => {
  const total = { id, channel: id.slice(0, id.indexOf("_")), metric, source };
  return [total, { ...total, id: daily(id) }];
});

/** The same count for one day instead of up to a day. */
export function daily(id: string): string {
  return id.replace(/_(\d{4})$/, "_day_$1");
}

/** A channel's definition of a metric; that of Shorts has to be asked for by name. */
export function definitionOf(channel: string, metric: string): string {
  const found = TOTALS.filter(
    ([id, measured]) => id.startsWith(`${channel}_`) && measured === metric && id !== "youtube_view_2025",
  )[0];
  if (!found) throw new Error(`no definition of ${metric} on ${channel}`);
  return found[0];
}

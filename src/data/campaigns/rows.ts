import { z } from "zod";
import { girlsWithinReach } from "../../../loaders/analyses/campaigns/girlsWithinReach.ts";
import { reachBounds } from "../../../loaders/analyses/campaigns/reachBounds.ts";
import { Flag, resultRow, Words } from "../rows.ts";

/** Gross reach of a campaign on a channel, in that channel's own definition. */
export const ReachRow = z.strictObject({
  school_year: z.string(),
  campaign: z.string(),
  channel: z.string(),
  definition: z.string(),
  value: z.number().nullable(),
  flag: Flag,
});
export type ReachRow = z.infer<typeof ReachRow>;

/** How many people at least and at most a wave of a campaign reached, over all its channels. */
export const WaveRow = resultRow(
  reachBounds,
  ...(["campaign", "wave", "channels", "channel_names", "unmeasured_channels", "universe", "overlaps_known"] as const),
  ...(["overlaps_possible", "lower", "upper", "independent", "lower_persons", "upper_persons", "reason"] as const),
).extend({ campaign: z.string(), wave: z.string() });
export type WaveRow = z.infer<typeof WaveRow>;

/** Girls within the reach of each wave and of all up to it, toward the target. */
export const GirlsReachRow = resultRow(
  girlsWithinReach,
  ...(["sequence", "campaign", "wave", "lower", "upper", "cumulative_lower", "cumulative_upper"] as const),
  ...(["cumulative_reason", "unmeasured_channels", "target", "target_source", "reason"] as const),
).extend({ campaign: z.string(), wave: z.string() });
export type GirlsReachRow = z.infer<typeof GirlsReachRow>;

/** Something that happened on a day or over days: a post, a broadcast, an item in the press, or what the calendar brought. */
export const EventRow = z.strictObject({
  kind: z.enum(["calendar", "post", "broadcast", "press"]),
  starts_on: z.string(),
  ends_on: z.string(),
  text: Words,
});
export type EventRow = z.infer<typeof EventRow>;

/** Broadcasts of a campaign on a channel in a season of one basis of counting; viewers of different broadcasts are not added up. */
export const BroadcastRow = z.strictObject({
  campaign: z.string(),
  channel: z.string(),
  basis: z.string().nullable(),
  broadcasts: z.number(),
  first_on: z.string(),
  last_on: z.string(),
  fewest_viewers: z.number().nullable(),
  most_viewers: z.number().nullable(),
  without_viewers: z.number(),
});
export type BroadcastRow = z.infer<typeof BroadcastRow>;

/** An item in the press. */
export const PressRow = z.strictObject({
  published_on: z.string(),
  outlet: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  is_national: z.boolean().nullable(),
});
export type PressRow = z.infer<typeof PressRow>;

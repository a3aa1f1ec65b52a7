import { groups } from "d3-array";
import { partBounds } from "../../../statistics/reach/partBounds.ts";
import { reachBounds } from "../../../statistics/reach/reachBounds.ts";
import {
  type CellSolver,
  MOST_CHANNELS,
  type SharpOptions,
  sharpReachBounds,
} from "../../../statistics/reach/sharpReachBounds.ts";
import type { Warehouse } from "../../warehouse.ts";
import { answerOf, type Reason } from "../reasons.ts";

/** Overlaps are often rounded to whole percents: half a percent of play, as the contract gives them. */
export const PLAY = 0.005;

interface Channel {
  campaign: string;
  wave: string;
  channel: string;
  unique_reach: number;
  universe: number;
  reach_share: number;
  girls_share: number | null;
}

interface ToldOverlap {
  campaign: string;
  wave: string;
  channel: string;
  other_channel: string;
  overlap_share: number;
  spread: number;
}

/** The channels of a wave, in alphabetical order, and what is known of their overlaps. */
export interface Wave {
  campaign: string;
  wave: string;
  channels: Channel[];
  /** Keyed "0-1" by place in `channels`. */
  overlaps: Record<string, number>;
  /** Channels that the campaign used in this wave, by its broadcasts or metrics, but whose reach is not known: more may have been reached. */
  unmeasured: string[];
  reason: Reason | null;
}

function overlapsOf(channels: readonly Channel[], told: readonly ToldOverlap[]): Record<string, number> | null {
  const place = (name: string) => channels.findIndex(({ channel }) => channel === name);
  const overlaps: Record<string, number> = {};
  for (const { channel, other_channel, overlap_share, spread } of told) {
    const [a, b] = [place(channel), place(other_channel)];
    const [first, second] = [channels[a]?.reach_share ?? 0, channels[b]?.reach_share ?? 0];
    // What rounding put just outside what both reaches allow is put back.
    const possible = Math.min(Math.max(overlap_share, first + second - 1, 0), first, second);
    if (spread > 2 * PLAY || Math.abs(possible - overlap_share) > PLAY + 1e-9) return null;
    overlaps[`${a}-${b}`] = possible;
  }
  return overlaps;
}

/** Every wave of every campaign. */
export async function waves(warehouse: Warehouse): Promise<Wave[]> {
  const channels = await warehouse.rows<Channel>("from marts.channel_reach order by campaign, wave, channel");
  const told = await warehouse.rows<ToldOverlap>("from marts.channel_overlaps order by all");
  const used = await warehouse.rows<Pick<Channel, "campaign" | "wave" | "channel">>(
    "select campaign, wave, channel from marts.unmeasured_channels order by all",
  );
  const byWave = groups(channels, ({ campaign, wave }) => JSON.stringify([campaign, wave]));
  return byWave.map(([, of]) => {
    const { campaign, wave, universe } = of[0] as Channel;
    const isOwn = (one: { campaign: string; wave: string }) => one.campaign === campaign && one.wave === wave;
    const own = told.filter(isOwn);
    const unmeasured = used.filter(isOwn).map(({ channel }) => channel);
    const overlaps = overlapsOf(of, own);
    const differ = of.some((channel) => channel.universe !== universe);
    const reason = differ ? "universes_differ" : overlaps === null ? "overlaps_contradict" : null;
    return { campaign, wave, channels: of, overlaps: overlaps ?? {}, unmeasured, reason };
  });
}

/** What an upper bound speaks of: every channel of the wave, or those alone whose reach is known. */
export const upperOf = ({ unmeasured }: Wave): "all_channels" | "known_channels" =>
  unmeasured.length === 0 ? "all_channels" : "known_channels";

export interface WaveBounds {
  lower: number;
  upper: number;
  method: "linear_programme" | "frechet" | "hunter_worsley_dawson_sankoff";
  play: number;
}

type Answer = { answer: WaveBounds; reason: null } | { answer: null; reason: Reason };

/** Girls that each channel reached, as fractions of the universe: anywhere from none to all where no share is known. */
export const girlsOf = ({ channels }: Wave): { least: number; most: number }[] =>
  channels.map(({ reach_share, girls_share }) => ({
    least: reach_share * (girls_share ?? 0),
    most: reach_share * (girls_share ?? 1),
  }));

/**
 * Bounds of a wave's reach, or of the girls in it: the sharpest where overlaps are known for up to ten channels, else Fréchet's or
 * Hunter & Worsley's and Dawson & Sankoff's. Overlaps that contradict each other by rounding alone are given play.
 */
export function boundsOf(wave: Wave, solve: CellSolver, who: "everybody" | "girls"): Answer {
  if (wave.reason !== null) return { answer: null, reason: wave.reason };
  const reaches = wave.channels.map(({ reach_share }) => reach_share);
  const told = Object.keys(wave.overlaps).length;
  const part = who === "girls" ? { part: girlsOf(wave) } : {};
  const isSharp = reaches.length <= MOST_CHANNELS && (told > 0 || who === "girls");
  if (!isSharp) {
    const method = told > 0 ? ("hunter_worsley_dawson_sankoff" as const) : ("frechet" as const);
    const { answer } = answerOf(() => {
      const whole = reachBounds(reaches, wave.overlaps);
      return whole !== null && who === "girls" ? partBounds(whole, reaches, girlsOf(wave)) : whole;
    }, "overlaps_contradict");
    if (answer === null) return { answer: null, reason: "overlaps_contradict" };
    return { answer: { lower: answer.lower, upper: answer.upper, method, play: 0 }, reason: null };
  }
  for (const play of [0, PLAY]) {
    const options: SharpOptions = { play, ...part };
    const { answer } = answerOf(() => sharpReachBounds(reaches, wave.overlaps, solve, options), "overlaps_contradict");
    if (answer === null) continue;
    return { answer: { lower: answer.lower, upper: answer.upper, method: "linear_programme", play }, reason: null };
  }
  return { answer: null, reason: "overlaps_contradict" };
}

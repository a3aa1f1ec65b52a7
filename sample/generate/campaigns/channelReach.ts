import { createRandom } from "../random.ts";
import type { Row } from "../writeCsv.ts";

const INVENTED = "invented for the sample / verzonnen voor het voorbeeld";

/** What each channel reached of the target group, as a fraction; all of it invented. */
const WAVES: [campaign: string, wave: string, universe: number, reached: Record<string, number>][] = [
  ["#STEMhelden", "2020-11", 340_000, { youtube: 0.11, instagram: 0.14, facebook: 0.06, tiktok: 0.17, tv: 0.24 }],
  ["#STEMhelden", "2021-05", 342_000, { youtube: 0.09, instagram: 0.13, facebook: 0.05, tiktok: 0.19 }],
  ["#LockdownLab", "2020-03", 340_000, { youtube: 0.04, facebook: 0.03, website: 0.02 }],
  ["STEM-OvK-kick-off", "2025-2026", 150_000, { youtube: 0.02, instagram: 0.05, facebook: 0.02, newsletter: 0.01 }],
];

/** Distinct people by channel and wave; who follows one channel follows another somewhat more often than by chance. */
export function makeChannelReach(): Row[] {
  const random = createRandom("channelReach");
  return WAVES.flatMap(([campaign, wave, universe, reached]) => {
    const both = (one: string, other: string) => {
      const [a = 0, b = 0] = [reached[one], reached[other]];
      return Math.min(a, b, a * b * 1.4).toFixed(4);
    };
    const channels = Object.keys(reached);
    return channels.map((channel) => ({
      ...{ campaign, wave, channel, universe },
      unique_reach: Math.round(universe * (reached[channel] ?? 0)),
      girls_share: Math.round(1000 * random.normal(0.5, 0.04)) / 1000,
      overlaps: channels
        .filter((other) => other !== channel)
        .map((other) => `${other}:${both(channel, other)}`)
        .join("|"),
      source: INVENTED,
    }));
  });
}

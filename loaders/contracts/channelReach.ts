import { code, decimal, integer, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { CHANNELS, channel } from "./terms.ts";

const pair = `(${CHANNELS.join("|")}):(0([.][0-9]{1,6})?|1([.]0{1,6})?)`;
const overlaps = code({
  pattern: `${pair}([|]${pair})*`,
  expects: {
    nl: `kanaal:fractie, meer ervan gescheiden door |, met als kanaal ${CHANNELS.join(", ")} en een fractie van 0 tot 1`,
    en: `channel:fraction, more of them parted by |, the channel one of ${CHANNELS.join(", ")} and a fraction from 0 to 1`,
  },
  example: "tiktok:0.02|tv:0.05",
});
const listed = `string_split("overlaps", '|')`;
const when = "regexp_extract(wave, '^([0-9]{4}(-[0-9]{2}){0,2}|[0-9]{4}-[0-9]{4})([^0-9].*)?$', 1)";
/** The first day of a wave whose name starts with a day, a month, a year or a school year (2026-2027, or 2026-27 for short); else null. */
const firstDay = `coalesce(try_cast(${when} as date), try_cast(${when} || '-01' as date),
  case when length(${when}) = 4 then try_cast(${when} || '-01-01' as date) end, try_cast(left(${when}, 4) || '-09-01' as date))`;

export const channelReach = contract({
  table: "channel_reach",
  nl: "Uniek bereik van campagnes per kanaal",
  en: "Unique reach of campaigns by channel",
  key: ["campaign", "wave", "channel"],
  columns: {
    campaign: required(code(), { nl: "campagne", en: "campaign" }),
    wave: required(code(), {
      nl: "golf van de campagne; begin met de dag, de maand, het jaar of het schooljaar waarin die begon (2024-11, 2025-2026)",
      en: "wave of the campaign; start with the day, month, year or school year in which it began (2024-11, 2025-2026)",
      example: "2024-11",
    }),
    channel: required(channel(), { nl: "kanaal", en: "channel" }),
    unique_reach: required(integer(), {
      nl: "aantal unieke personen dat het kanaal bereikte, binnen de doelgroep",
      en: "number of distinct persons that the channel reached, within the target group",
    }),
    universe: required(integer({ min: 1 }), {
      nl: "grootte van de doelgroep, dezelfde voor elk kanaal van de golf",
      en: "size of the target group, the same for every channel of the wave",
    }),
    girls_share: optional(decimal({ min: 0, max: 1, places: 6 }), {
      nl: "aandeel meisjes in het bereik, als fractie van 1",
      en: "girls' share of the reach, as a fraction of 1",
    }),
    overlaps: optional(overlaps, {
      nl: "fractie van de doelgroep die dit kanaal en een ander kanaal allebei bereikten",
      en: "fraction of the target group that this channel and another one both reached",
    }),
    source: required(text(), { nl: "waar het bereik gemeten is", en: "where the reach was measured" }),
  },
  rules: [
    {
      id: "wave_not_in_future",
      columns: ["wave"],
      sql: `${firstDay} <= (select as_of from meta.parameters)`,
      nl: "een golf mag niet na de peildatum beginnen",
      en: "a wave must not begin after the as-of date",
    },
    {
      id: "reach_within_universe",
      columns: ["unique_reach"],
      sql: "unique_reach <= universe",
      nl: "het bereik is groter dan de doelgroep",
      en: "the reach is larger than the target group",
    },
    {
      id: "overlaps_other_channels",
      columns: ["overlaps"],
      sql: `not list_contains(list_transform(${listed}, lambda part: split_part(part, ':', 1)), channel)
        and list_unique(list_transform(${listed}, lambda part: split_part(part, ':', 1))) = len(${listed})`,
      nl: "de overlap mag elk ander kanaal hoogstens één keer noemen, en het kanaal zelf niet",
      en: "the overlaps must name each other channel at most once, and not the channel itself",
    },
    {
      id: "overlaps_within_reach",
      columns: ["overlaps"],
      // Overlaps are often rounded to whole percents: half a percent of play.
      sql: `list_max(list_transform(${listed}, lambda part: cast(split_part(part, ':', 2) as double)))
        <= unique_reach / universe + 0.005`,
      nl: "een overlap is groter dan het bereik van het kanaal zelf",
      en: "an overlap is larger than the reach of the channel itself",
    },
  ],
});

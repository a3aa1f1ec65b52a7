import { choice, code, date, decimal, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { channel } from "./terms.ts";

export const campaignMetrics = contract({
  table: "campaign_metrics",
  nl: "Bereik van campagnes",
  en: "Campaign metrics",
  day: "measured_on",
  key: ["campaign", "channel", "content_id", "metric", "metric_definition", "measured_on"],
  columns: {
    campaign: required(code(), { nl: "campagne", en: "campaign" }),
    channel: required(channel(), { nl: "kanaal", en: "channel" }),
    content_id: required(code(), { nl: "nummer van de post, film of pagina", en: "number of the post, film or page" }),
    metric: required(
      choice("views", "reach", "impressions", "watch_hours", "likes", "comments", "shares", "sessions", "followers"),
      {
        nl: "wat gemeten is",
        en: "what was measured",
      },
    ),
    metric_definition: required(code(), {
      nl: "definitie van het kanaal met ingangsjaar; definities worden nooit opgeteld",
      en: "the channel's definition with its first year; definitions are never added up",
    }),
    measured_on: required(date(), {
      nl: "dag van de meting (stand tot en met)",
      en: "day of the measurement (total up to)",
    }),
    title: optional(text({ longest: 300 }), {
      nl: "titel van de post, film of pagina",
      en: "title of the post, film or page",
    }),
    published_on: optional(date(), { nl: "dag van publicatie", en: "day of publication" }),
    value: required(decimal({ max: 10_000_000_000 }), { nl: "gemeten waarde", en: "measured value", example: "12" }),
  },
  rules: [
    {
      id: "count_is_whole",
      columns: ["value", "metric"],
      sql: "metric = 'watch_hours' or value = trunc(value)",
      nl: "een aantal heeft geen decimalen; schrijft de bron 12.400 voor twaalfduizend vierhonderd, zeg dan numbers: dutch",
      en: "a count has no decimals; where the source writes 12.400 for twelve thousand four hundred, say numbers: dutch",
    },
  ],
});

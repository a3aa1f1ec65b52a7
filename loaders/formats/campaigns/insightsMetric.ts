import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import { InputError } from "../../errors.ts";
import { type Format, unreadable } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr } from "../styles.ts";
import { CAMPAIGN_USES, CampaignOptions, campaignOf, metricRows } from "./campaign.ts";
import { daily, definitionOf } from "./metricDefinitions.ts";

const Options = z.strictObject({
  ...CampaignOptions.omit({ measured_on: true }).shape,
  channel: z.enum(["facebook", "instagram"]),
  /** Where the title above the header does not say it. */
  metric: z.enum(["views", "reach", "impressions"]).optional(),
});

const NAMES = {
  views: "views",
  weergaven: "views",
  reach: "reach",
  bereik: "reach",
  impressions: "impressions",
  vertoningen: "impressions",
} as const;
/** The whole of a title: other metrics end in the same words, such as `3-second video views`. */
const TITLE = new RegExp(
  `^(?:(facebook|instagram)[ -])?(${Object.keys(NAMES).join("|")})(?: (?:on|op|van) (facebook|instagram))?$`,
  "i",
);

const titleOf = (line: string) => line.replaceAll('"', "").trim();

/** What the title above the header says: the metric, and the channel where it is named. */
function titled(title: string) {
  const [, before, name, after] = TITLE.exec(title)?.map((part) => part?.toLowerCase()) ?? [];
  return name ? { title, metric: NAMES[name as keyof typeof NAMES], channel: before ?? after } : null;
}

/** One metric of Meta's Insights, a row a day; its name stands above the header. */
export const insightsMetric: Format = {
  id: "insights-metric",
  tables: ["campaign_metrics"],
  needs: (line) => TITLE.test(titleOf(line)),
  recognises: (header) => header.length === 2 && hasAll(header, "Date", "Primary"),
  uses: CAMPAIGN_USES,
  shape(head, _contract, options) {
    const given = readOptions(Options, options.options, "insights-metric", head);
    const { cell } = headersOf(head);
    const title = head.preamble.map(titleOf).filter((line) => line && !/^sep=/.test(line));
    const found = title.map(titled).find((one) => one !== null);
    const metric = given.metric ?? found?.metric;
    const line = Math.max(1, head.preamble.length);
    if (found?.channel && found.channel !== given.channel)
      throw new InputError(
        `options.channel: ${given.channel}, but the title above the header says ${found.title} (${head.file}, line ${line})`,
        2,
      );
    if (!metric)
      throw new InputError(
        `unknown metric above the header: ${title.join(" ") || "none"}; give options.metric (${head.file}, line ${line})`,
        2,
      );
    const date = cell("Date");
    return metricRows(
      head,
      given.channel,
      [{ metric, cell: cell("Primary"), definition: quoted(daily(definitionOf(given.channel, metric))) }],
      {
        campaign: campaignOf(head, options, "cast(null as varchar)"),
        content_id: "'account'",
        measured_on: isoOr(date, dateText(unreadable(cleanSql(date)), "iso", { grain: "day" }), { grain: "day" }),
      },
      options,
    );
  },
};

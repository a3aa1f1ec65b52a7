import { z } from "zod";
import { cleanSql, quoted } from "../cells.ts";
import { InputError } from "../errors.ts";
import { CampaignOptions, campaignOf, metricRows } from "./campaign.ts";
import { type Format, unreadable } from "./format.ts";
import { readOptions } from "./formatOptions.ts";
import { hasAll, headersOf } from "./headers.ts";
import { daily, definitionOf } from "./metricDefinitions.ts";
import { dateText, isoOr } from "./styles.ts";

const Options = z.strictObject({
  ...CampaignOptions.omit({ measured_on: true }).shape,
  channel: z.enum(["facebook", "instagram"]),
  /** Where the title above the header does not say it. */
  metric: z.enum(["views", "reach", "impressions"]).optional(),
});

const TITLES: [RegExp, "views" | "reach" | "impressions"][] = [
  [/\b(views|weergaven)\b/i, "views"],
  [/\b(reach|bereik)\b/i, "reach"],
  [/\b(impressions|vertoningen)\b/i, "impressions"],
];

/** One metric of Meta's Insights, a row a day; its name stands above the header. */
export const insightsMetric: Format = {
  id: "insights-metric",
  tables: ["campaign_metrics"],
  recognises: (header) => header.length === 2 && hasAll(header, "Date", "Primary"),
  shape(head, _contract, options) {
    const given = readOptions(Options, options.options, "insights-metric", head);
    const { cell } = headersOf(head);
    const title = head.preamble
      .map((line) => line.replaceAll('"', "").trim())
      .filter((line) => line && !/^sep=/.test(line));
    const metric = given.metric ?? TITLES.find(([pattern]) => title.some((line) => pattern.test(line)))?.[1];
    if (!metric)
      throw new InputError(
        `unknown metric above the header: ${title.join(" ") || "none"}; give options.metric (${head.file}, line ${Math.max(1, head.preamble.length)})`,
        2,
      );
    const date = cell("Date");
    return metricRows(
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

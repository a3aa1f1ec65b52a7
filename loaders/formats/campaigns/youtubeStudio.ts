import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import type { Format } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr } from "../styles.ts";
import {
  CampaignOptions,
  campaignOf,
  contentKey,
  type Measure,
  measuredOn,
  metricRows,
  titleText,
} from "./campaign.ts";

/** From this day on a Short counts a view at every start, with no least time. */
const SHORTS_CHANGE = "2025-03-31";
const Options = z.strictObject({
  ...CampaignOptions.shape,
  /** True when the films are Shorts; else a film is one when its title says `#shorts`. */
  shorts: z.boolean().default(false),
});

const CONTENT = ["Content", "Video"];
const METRICS: [metric: string, ...headers: string[]][] = [
  ["views", "Views"],
  ["watch_hours", "Watch time (hours)"],
  ["impressions", "Impressions", "Thumbnail impressions"],
  ["likes", "Likes"],
  ["comments", "Comments added", "Comments"],
  ["shares", "Shares"],
];

/** `Table data.csv` of YouTube Studio: a row a film, with totals up to the day of the export. */
export const youtubeStudio: Format = {
  id: "youtube-studio",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, CONTENT, "Video title", "Video publish time"),
  shape(head, _contract, options) {
    const given = readOptions(Options, options.options, "youtube-studio", head);
    const { cell, has } = headersOf(head);
    const content = cleanSql(cell(...CONTENT));
    const title = cell("Video title");
    const published = cell("Video publish time");
    const day = measuredOn(head, given.measured_on);
    const short = given.shorts ? "true" : `coalesce(contains(lower(${title}), '#shorts'), false)`;
    const views =
      day < SHORTS_CHANGE
        ? quoted("youtube_view_2012")
        : `case when ${short} then 'youtube_view_2025' else 'youtube_view_2012' end`;
    cell("Views");
    const measures = METRICS.filter(([, ...names]) => has(...names)).map(
      ([metric, ...names]): Measure => ({
        metric,
        cell: cell(...names),
        ...(metric === "views" ? { definition: views } : {}),
      }),
    );
    const rows = metricRows(
      head,
      "youtube",
      measures,
      {
        campaign: campaignOf(head, options, title),
        content_id: contentKey("video", content),
        measured_on: quoted(day),
        title: titleText(title),
        published_on: isoOr(published, dateText(published, "month_name", { grain: "day" }), { grain: "day" }),
      },
      options,
    );
    const total = { rule: "total_row", when: `lower(${content}) in ('total', 'totaal')` };
    return { ...rows, writes: { ...rows.writes, dates: "month_name" }, skips: [total, ...(rows.skips ?? [])] };
  },
};

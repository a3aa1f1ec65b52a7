import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import type { Format } from "../format.ts";
import { Day, readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr } from "../styles.ts";
import {
  CAMPAIGN_USES,
  CampaignOptions,
  campaignOf,
  contentKey,
  measuredOn,
  metricRows,
  titleText,
} from "./campaign.ts";
import { dayOf } from "./tiktok.ts";

const Options = z.strictObject({ ...CampaignOptions.shape, period_end: Day.optional() });
const METRICS = { views: "Total views", likes: "Total likes", comments: "Total comments", shares: "Total shares" };

/** The films of a TikTok account with their totals; a post time without a year falls before the end of the period. */
export const tiktokContent: Format = {
  id: "tiktok-content",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, "Video title", "Video link", "Post time"),
  uses: CAMPAIGN_USES,
  shape(head, _contract, options) {
    const given = readOptions(Options, options.options, "tiktok-content", head);
    const { cell } = headersOf(head);
    const title = cell("Video title");
    const link = cleanSql(cell("Video link"));
    const posted = cell("Post time");
    const day = measuredOn(head, given.measured_on);
    const named = dateText(posted, "month_name", { grain: "day" });
    const hasYear = `regexp_matches(${posted}, '[0-9]{4}')`;
    const rows = metricRows(
      head,
      "tiktok",
      Object.entries(METRICS).map(([metric, header]) => ({ metric, cell: cell(header) })),
      {
        campaign: campaignOf(head, options, title),
        content_id: contentKey(
          "video",
          `coalesce(nullif(regexp_extract(${link}, '/video/([0-9]+)', 1), ''), regexp_replace(${link}, '^https?://(www[.])?', ''))`,
        ),
        measured_on: quoted(day),
        title: titleText(title),
        published_on: isoOr(
          posted,
          `case when ${hasYear} then ${named} else ${dayOf(posted, given.period_end ?? day)} end`,
          { grain: "day" },
        ),
      },
      options,
    );
    return { ...rows, writes: { ...rows.writes, dates: "month_name" } };
  },
};

import { cleanSql, quoted } from "../cells.ts";
import { CampaignOptions, campaignOf, contentKey, measuredOn, metricRows, titleText } from "./campaign.ts";
import type { Format } from "./format.ts";
import { readOptions } from "./formatOptions.ts";
import { hasAll, headersOf } from "./headers.ts";
import { dateText, isoOr } from "./styles.ts";

const METRICS = {
  facebook: {
    views: "Views",
    impressions: "Impressions",
    reach: "Reach",
    likes: "Reactions",
    comments: "Comments",
    shares: "Shares",
  },
  instagram: {
    views: "Views",
    impressions: "Impressions",
    reach: "Reach",
    likes: "Likes",
    comments: "Comments",
    shares: "Shares",
  },
};

/** Posts of Meta Business Suite, Facebook or Instagram, with lifetime totals. */
export const metaPosts: Format = {
  id: "meta-posts",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, "Post ID", "Permalink", "Publish time", ["Page ID", "Account ID"]),
  shape(head, _contract, options) {
    const given = readOptions(CampaignOptions, options.options, "meta-posts", head);
    const { cell, optional, has } = headersOf(head);
    cell("Page ID", "Account ID");
    const channel = has("Page ID") ? "facebook" : "instagram";
    const measures = Object.entries(METRICS[channel])
      .filter(([, header]) => has(header))
      .map(([metric, header]) => ({ metric, cell: cell(header) }));
    cell(...(has("Views", "Impressions") ? ["Views", "Impressions"] : ["Reach"]));
    const id = cleanSql(cell("Post ID"));
    const link = `regexp_replace(${cleanSql(cell("Permalink"))}, '^https?://(www[.])?', '')`;
    const title = `coalesce(${cleanSql(optional("Title"))}, ${cleanSql(optional("Description"))})`;
    const published = cell("Publish time");
    const rows = metricRows(
      channel,
      measures,
      {
        campaign: campaignOf(head, options, title),
        // A workbook keeps 15 digits of an id: different posts then share one, and the permalink tells them apart.
        content_id: `case when regexp_full_match(${id}, '[0-9]+([.,][0-9]+)?[Ee][+]?[0-9]+') then ${contentKey("post", link)} else ${contentKey("post", id)} end`,
        measured_on: quoted(measuredOn(head, given.measured_on)),
        title: titleText(title),
        published_on: isoOr(published, dateText(published, "mdy", { grain: "day" }), { grain: "day" }),
      },
      options,
    );
    const daily = { rule: "not_lifetime", when: `regexp_matches(${cleanSql(optional("Date"))}, '[0-9]')` };
    return { ...rows, skips: [daily, ...(rows.skips ?? [])] };
  },
};

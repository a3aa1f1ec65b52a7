import { cleanSql, quoted } from "../../contracts/cells.ts";
import type { Format } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
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

/** SQL: a workbook keeps 15 digits of a number or shows six: different posts then share one, and their permalinks tell them apart. */
const isCut = (id: string) => `regexp_full_match(${id}, '[0-9]+([.,][0-9]+)?[Ee][+]?[0-9]+|[0-9]{15}0+')`;
/** SQL: the number at the end of a permalink where it is the one that was cut, as the raw export has it; else null. */
const wholeId = (id: string, link: string) => {
  const found = `regexp_extract(${link}, '([0-9]{16,})/?$', 1)`;
  const off = `abs(try_cast(${found} as double) / try_cast(replace(${id}, ',', '.') as double) - 1)`;
  // Half of the last digit that is left: of six in 1.22158E+17, of fifteen in 122158123456789000.
  return `case when ${off} < if(contains(upper(${id}), 'E'), 5e-6, 6e-15) then ${found} end`;
};

/** Posts of Meta Business Suite, Facebook or Instagram, with lifetime totals. */
export const metaPosts: Format = {
  id: "meta-posts",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, "Post ID", "Permalink", "Publish time", ["Page ID", "Account ID"]),
  uses: CAMPAIGN_USES,
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
      head,
      channel,
      measures,
      {
        campaign: campaignOf(head, options, title),
        content_id: `case when ${isCut(id)} then coalesce(${wholeId(id, link)}, ${contentKey("post", link)}) else ${contentKey("post", id)} end`,
        measured_on: quoted(measuredOn(head, given.measured_on)),
        title: titleText(title),
        published_on: isoOr(published, dateText(published, "mdy", { grain: "day" }), { grain: "day" }),
      },
      options,
    );
    const daily = { rule: "not_lifetime", when: `regexp_matches(${cleanSql(optional("Date"))}, '[0-9]')` };
    return { ...rows, writes: { ...rows.writes, dates: "mdy" }, skips: [daily, ...(rows.skips ?? [])] };
  },
};

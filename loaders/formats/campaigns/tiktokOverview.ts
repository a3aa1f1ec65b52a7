import { quoted } from "../../contracts/cells.ts";
import type { Format } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { CAMPAIGN_USES, campaignOf, metricRows } from "./campaign.ts";
import { daily, definitionOf } from "./metricDefinitions.ts";
import { dayOf, endRefusal, PeriodOptions } from "./tiktok.ts";

const METRICS = { views: "Video Views", likes: "Likes", comments: "Comments", shares: "Shares" };

/** `Overview.csv` of TikTok Studio: the counts of the account, day by day. */
export const tiktokOverview: Format = {
  id: "tiktok-overview",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, "Date", "Video Views", "Profile Views"),
  uses: CAMPAIGN_USES,
  shape(head, _contract, options) {
    const { period_end } = readOptions(PeriodOptions, options.options, "tiktok-overview", head);
    const { cell } = headersOf(head);
    const measures = Object.entries(METRICS).map(([metric, header]) => ({
      metric,
      cell: cell(header),
      definition: quoted(daily(definitionOf("tiktok", metric))),
    }));
    const rows = metricRows(
      head,
      "tiktok",
      measures,
      {
        campaign: campaignOf(head, options, "cast(null as varchar)"),
        content_id: "'account'",
        measured_on: dayOf(cell("Date"), period_end),
      },
      options,
    );
    const writes = { ...rows.writes, dates: "no_year" as const };
    return { ...rows, writes, refusals: [endRefusal(head, cell("Date"), period_end)] };
  },
};

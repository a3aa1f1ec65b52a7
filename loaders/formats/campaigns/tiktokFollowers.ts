import type { Format } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { CAMPAIGN_USES, campaignOf, metricRows } from "./campaign.ts";
import { dayOf, endRefusal, PeriodOptions } from "./tiktok.ts";

/** `FollowerHistory.csv` of TikTok Studio: how many follow the account on each day; `undefined` is not known. */
export const tiktokFollowers: Format = {
  id: "tiktok-followers",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, "Date", "Followers", "Difference in followers from previous day"),
  uses: CAMPAIGN_USES,
  shape(head, _contract, options) {
    const { period_end } = readOptions(PeriodOptions, options.options, "tiktok-followers", head);
    const { cell } = headersOf(head);
    const rows = metricRows(
      head,
      "tiktok",
      [{ metric: "followers", cell: cell("Followers") }],
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

import { cleanSql, quoted } from "../../contracts/cells.ts";
import { InputError } from "../../errors.ts";
import type { Format } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr } from "../styles.ts";
import {
  CAMPAIGN_USES,
  CampaignOptions,
  campaignOf,
  contentKey,
  type Measure,
  metricRows,
  titleText,
} from "./campaign.ts";
import { daily, definitionOf } from "./metricDefinitions.ts";

const PAGE = ["Page path and screen class", "Page path", "Page path + query string", "Landing page"];
const TITLE = ["Page title and screen class", "Page title", "Page title and screen name"];
const METRICS = { views: "Views", reach: "Active users", sessions: "Sessions" };

/** `# End date: 20260531` above the header, the last one where another table stands before it. */
function endOf(preamble: readonly string[]): string | undefined {
  const line = preamble
    .map((line) => /^#\s*(?:End date|Einddatum):\s*(\d{4})(\d{2})(\d{2})/i.exec(line))
    .findLast(Boolean);
  return line ? `${line[1]}-${line[2]}-${line[3]}` : undefined;
}

/** A report of Google Analytics 4: pages over a period, or day by day where it holds dates. */
export const googleAnalytics: Format = {
  id: "google-analytics",
  tables: ["campaign_metrics"],
  needs: (line) => line.startsWith("#"),
  recognises: (header) =>
    hasAll(header, [...PAGE, ...TITLE, "Date"], [METRICS.reach, METRICS.sessions]) &&
    hasAll(header, ["Event count", "Views", "Key events", "Conversions"]),
  uses: CAMPAIGN_USES,
  shape(head, _contract, options) {
    const given = readOptions(CampaignOptions, options.options, "google-analytics", head);
    const { cell, optional, has } = headersOf(head);
    const page = has(...PAGE, ...TITLE) ? cleanSql(cell(...PAGE, ...TITLE)) : null;
    const byDay = has("Date");
    if (!page && !byDay) cell(...PAGE);
    const end = given.measured_on ?? endOf(head.preamble) ?? head.day;
    if (!byDay && !end)
      throw new InputError(
        `missing option: options.measured_on, since no "# End date" stands above the header (${head.file})`,
        2,
      );
    if (!has(...Object.values(METRICS))) cell(METRICS.views);
    const measures = Object.entries(METRICS)
      .filter(([, header]) => has(header))
      .map(([metric, header]): Measure => {
        const total = definitionOf("website", metric);
        return { metric, cell: cell(header), definition: quoted(byDay ? daily(total) : total) };
      });
    const title = optional(...TITLE);
    const rows = metricRows(
      head,
      "website",
      measures,
      {
        campaign: campaignOf(head, options, has(...TITLE) ? title : (page ?? title)),
        content_id: page ? contentKey("page", page) : "'site'",
        measured_on: byDay
          ? isoOr(cell("Date"), dateText(cell("Date"), "compact", { grain: "day" }), { grain: "day" })
          : quoted(end ?? ""),
        title: titleText(title),
      },
      options,
    );
    const total = page ? [{ rule: "total_row", when: `lower(${page}) in ('grand total', 'total', 'totaal')` }] : [];
    const writes = { ...rows.writes, ...(byDay ? { dates: "compact" as const } : {}) };
    return { ...rows, writes, skips: [...total, ...(rows.skips ?? [])] };
  },
};

import type { Gate } from "../gate.ts";
import { indicatorSection } from "../sections.ts";
import type { ReachRow } from "./rows.ts";

/** Gross reach up to now, a row for each campaign, channel and definition: never added over them. */
export const grossReach = (gate: Gate) =>
  indicatorSection<ReachRow>(
    gate,
    "gross_reach_count",
    `select period as school_year, campaign, channel, metric_definition as definition, value, status as flag
     from indicators.observations where indicator_id = $1 order by campaign, period, channel, definition`,
  );

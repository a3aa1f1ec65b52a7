import type { Gate } from "../gate.ts";
import { indicatorSection, tableSection } from "../sections.ts";
import { GirlsReachRow, type ReachRow, WaveRow } from "./rows.ts";

/** Gross reach up to now, a row for each campaign, channel and definition: never added over them. */
export const grossReach = (gate: Gate) =>
  indicatorSection<ReachRow>(
    gate,
    "gross_reach_count",
    `select period as school_year, campaign, channel, metric_definition as definition, value, status as flag
     from indicators.observations where indicator_id = $1 order by campaign, period, channel, definition`,
  );

export const waveReach = (gate: Gate) =>
  tableSection(gate, ["channel_reach"], WaveRow, "analyses.reach_bounds order by wave, campaign");

export const girlsReach = (gate: Gate) =>
  tableSection(gate, ["channel_reach", "targets"], GirlsReachRow, "analyses.girls_within_reach order by sequence");

import type { Gate } from "../gate.ts";
import { labelOf } from "../labels.ts";
import { indicatorSection } from "../sections.ts";
import type { ShareRow } from "./rows.ts";

const BREAKDOWN_COLUMNS = ["province", "track", "domain", "stage"] as const;

/**
 * A share or index over school years, in all (`group` names the one line) or by one breakdown, with the target of the scorecard and, where
 * asked, the interval that the analysis of these indicators gives.
 */
export async function shareSection(
  gate: Gate,
  id: string,
  { by, group, hasInterval }: { by?: (typeof BREAKDOWN_COLUMNS)[number]; group?: string; hasInterval?: boolean },
) {
  const others = BREAKDOWN_COLUMNS.filter((column) => column !== by).map((column) => `${column} is null`);
  const interval = hasInterval ? "intervals.lower, intervals.upper," : "";
  // where the count of all tracks broke, that of each did: those on their way out hold only the years not yet counted anew
  const status =
    by === "track"
      ? `coalesce(observations.status, (select any_value(totals.status) from indicators.observations as totals
         where totals.indicator_id = $1 and totals.period = observations.period and totals.status = 'b' and totals.track is null
           and ${others.map((other) => `totals.${other}`).join(" and ")}))`
      : "observations.status";
  const line = by ? `observations.${by}` : "'total'";
  const section = await indicatorSection<Omit<ShareRow, "label">>(
    gate,
    id,
    `select observations.period as school_year, ${line} as "group", observations.value, ${interval} observations.numerator,
       observations.denominator, ${status} as status, ${by ? "null" : "scorecard.target"} as target, ${by ? "null" : "scorecard.target_period"} as target_period
     from indicators.observations as observations left join analyses.scorecard as scorecard using (indicator_id)
     left join analyses.stem_intervals as intervals
       on intervals.indicator_id = observations.indicator_id and intervals.school_year = observations.period and intervals."group" = ${line}
     where observations.indicator_id = $1 and ${others.join(" and ")} and ${by ? `${by} is not null` : "true"}
     order by observations.${by ?? "period"}, observations.period`,
  );
  return { ...section, rows: section.rows.map((row) => ({ ...row, label: labelOf(group ?? row.group) })) };
}

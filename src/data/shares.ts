import type { Warehouse } from "../../loaders/warehouse.ts";
import { labelOf } from "./labels.ts";
import type { ShareRow } from "./rows.ts";
import { indicatorSection } from "./sections.ts";

const BREAKDOWN_COLUMNS = ["province", "track", "domain", "stage"] as const;

/** A share or index over school years, in all (`group` names the one line) or by one breakdown, with the target of the scorecard. */
export async function shareSection(
  warehouse: Warehouse,
  id: string,
  { by, group }: { by?: (typeof BREAKDOWN_COLUMNS)[number]; group?: string },
) {
  const others = BREAKDOWN_COLUMNS.filter((column) => column !== by).map((column) => `${column} is null`);
  const line = by ? `observations.${by}` : "'total'";
  const section = await indicatorSection<Omit<ShareRow, "label">>(
    warehouse,
    id,
    `select observations.period as school_year, ${line} as "group", observations.value, observations.numerator, observations.denominator,
       observations.status, ${by ? "null" : "scorecard.target"} as target, ${by ? "null" : "scorecard.target_period"} as target_period
     from indicators.observations as observations left join analyses.scorecard as scorecard using (indicator_id)
     where observations.indicator_id = $1 and ${others.join(" and ")} and ${by ? `${by} is not null` : "true"}
     order by "group", observations.period`,
  );
  return { ...section, rows: section.rows.map((row) => ({ ...row, label: labelOf(group ?? row.group) })) };
}

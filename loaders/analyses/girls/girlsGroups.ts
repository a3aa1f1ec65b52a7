import type { Warehouse } from "../../warehouse.ts";
import type { Flag } from "../analysis.ts";
import { startOf, transitionYears } from "./girlsSeries.ts";

/** A share in one school year, in all or in one group of a breakdown, as its indicator counts it. */
export interface GroupYear {
  indicator_id: string;
  school_year: string;
  start: number;
  breakdown: "total" | "track" | "domain" | "province";
  group: string;
  numerator: number;
  denominator: number;
  status: Flag;
  /** Part of the pupils of all groups together were counted under the old tracks, part under the new. */
  is_transition: boolean;
  /** A track in a year in which only part of the pupils were counted by the new tracks: it holds part of its pupils. */
  is_partial: boolean;
}

export const SHARES = ["girls_share_in_stem", "girls_stem_participation"] as const;

const OBSERVED = `
  select indicator_id, period as school_year,
    case when track is not null then 'track' when domain is not null then 'domain' when province is not null then 'province'
      else 'total' end as breakdown,
    coalesce(track, domain, province, 'total') as "group", numerator, denominator, status
  from indicators.observations
  where indicator_id in ('girls_share_in_stem', 'girls_stem_participation')
  order by indicator_id, breakdown, "group", period`;

/** Both shares of the girls (D2, D3) by school year and group, with the tracks of a year of transition marked. */
export async function groupYears(warehouse: Warehouse): Promise<GroupYear[]> {
  const rows = await warehouse.rows<Omit<GroupYear, "start" | "is_transition" | "is_partial">>(OBSERVED);
  const transitions = await transitionYears(warehouse);
  return rows.map((row) => {
    const is_transition = transitions.has(row.school_year);
    const is_partial = row.breakdown === "track" && is_transition;
    return { ...row, start: startOf(row.school_year), is_transition, is_partial };
  });
}

/** The rows of each series, in the order of their school years. */
export function byGroup(rows: readonly GroupYear[]): GroupYear[][] {
  const series = new Map<string, GroupYear[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.indicator_id, row.breakdown, row.group]);
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()];
}

import type { Warehouse } from "../warehouse.ts";
import { startOf } from "./girlsSeries.ts";

/** A share in one school year, in all or in one group of a breakdown, as its indicator counts it. */
export interface GroupYear {
  indicator_id: string;
  school_year: string;
  start: number;
  breakdown: "total" | "track" | "domain" | "province";
  group: string;
  numerator: number;
  denominator: number;
  status: string | null;
  /** A track in a year in which only part of the pupils were counted by the new tracks: it holds part of its pupils. */
  is_partial: boolean;
}

export const SHARES = ["girls_share_in_stem", "girls_stem_participation"] as const;

const OLD_TRACKS = new Set(["aso", "tso", "bso", "kso"]);
const NEW_TRACKS = new Set(["doorstroom", "dubbel", "arbeidsmarkt"]);

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
  const rows = await warehouse.rows<Omit<GroupYear, "start" | "is_partial">>(OBSERVED);
  const codes = new Map<string, { old: boolean; new: boolean }>();
  for (const { breakdown, group, school_year } of rows) {
    if (breakdown !== "track") continue;
    const seen = codes.get(school_year) ?? { old: false, new: false };
    codes.set(school_year, { old: seen.old || OLD_TRACKS.has(group), new: seen.new || NEW_TRACKS.has(group) });
  }
  return rows.map((row) => {
    const seen = codes.get(row.school_year);
    const is_partial = row.breakdown === "track" && seen?.old === true && seen.new;
    return { ...row, start: startOf(row.school_year), is_partial };
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

import type { Warehouse } from "../../warehouse.ts";
import type { Flag } from "../analysis.ts";
import { entrantsByYear, SHARED, startOf, transitionYears } from "./girlsSeries.ts";

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
  /** Those below the line that were counted the school year before too. */
  shared_with_last: number;
}

export const SHARES = ["girls_share_in_stem", "girls_stem_participation"] as const;

const OBSERVED = `
  with shared as (${SHARED}),
  observed as (
    select indicator_id, period as school_year,
      case when track is not null then 'track' when domain is not null then 'domain' when province is not null then 'province'
        else 'total' end as breakdown,
      coalesce(track, domain, province, 'total') as "group", numerator, denominator, status
    from indicators.observations
    where indicator_id in ('girls_share_in_stem', 'girls_stem_participation')
  )
  select observed.*, coalesce(if(indicator_id = 'girls_share_in_stem', shared.in_stem, shared.girls), 0) as shared_with_last
  from observed left join shared using (school_year, breakdown, "group")
  order by indicator_id, breakdown, "group", school_year`;

/** Both shares in the first year of the stage, whose counts have no pupils in common. */
const ENTRANTS = `
  select 'girls_share_in_stem' as indicator_id, school_year, breakdown, group_name as "group", girls_in_stem as numerator, in_stem as denominator,
    status, 0 as shared_with_last
  from marts.stem_year_groups where year_in_stage = 1 and in_stem > 0
  union all by name
  select 'girls_stem_participation' as indicator_id, school_year, breakdown, group_name as "group", girls_in_stem as numerator, girls as denominator,
    status, 0 as shared_with_last
  from marts.stem_year_groups where year_in_stage = 1 and girls > 0 and (breakdown <> 'domain' or in_stem > 0)
  order by indicator_id, breakdown, "group", school_year`;

/** Both shares of the girls (D2, D3) by school year and group, with the tracks of a year of transition marked. */
export const groupYears = async (warehouse: Warehouse): Promise<GroupYear[]> =>
  coded(await warehouse.rows(OBSERVED), await transitionYears(warehouse));

/** Both shares of the girls in the first year of the stage, by school year and group: independent counts, for a test. */
export async function entrantGroupYears(warehouse: Warehouse): Promise<GroupYear[]> {
  const years = await entrantsByYear(warehouse);
  return coded(
    await warehouse.rows(ENTRANTS),
    new Set(years.filter(({ is_transition }) => is_transition).map(({ school_year }) => school_year)),
  );
}

function coded(
  rows: readonly Omit<GroupYear, "start" | "is_transition" | "is_partial">[],
  transitions: ReadonlySet<string>,
): GroupYear[] {
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

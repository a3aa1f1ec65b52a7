import type { Warehouse } from "../../warehouse.ts";
import type { Flag } from "../analysis.ts";

/** Counts of a share in one school year; `start` is the calendar year in which it begins. */
export interface YearCount {
  school_year: string;
  start: number;
  girls: number;
  pupils: number;
  status: Flag;
  /** Part of the pupils were counted under the old tracks, part under the new. */
  is_transition: boolean;
  /** Pupils counted the school year before too: in the second year of the stage now, in the first year then. At most, for some leave. */
  shared_with_last: number;
}

export interface GirlsTarget {
  target: number;
  target_period: string | null;
  baseline_period: string | null;
  source: string;
}

/** Where the base year comes from: the targets, or the first school year that was loaded. */
export type BaseRule = "target_baseline" | "first_loaded";

export const startOf = (schoolYear: string): number => Number(schoolYear.slice(0, 4));
export const schoolYearFrom = (start: number): string => `${start}-${start + 1}`;

/** School years in which the shares of the girls were counted under old and under new tracks. */
export async function transitionYears(warehouse: Warehouse): Promise<Set<string>> {
  const rows = await warehouse.rows<{ period: string }>(
    `select period from indicators.observations where indicator_id in ('girls_share_in_stem', 'girls_stem_participation')
     group by period
     having bool_or(track in ('aso', 'tso', 'bso', 'kso')) and bool_or(track in ('doorstroom', 'dubbel', 'arbeidsmarkt'))`,
  );
  return new Set(rows.map(({ period }) => period));
}

/**
 * Those in the second year of the stage who can have been in its first year the school year before, in STEM (`in_stem`) or among all girls
 * (`girls`), by group. The count of a school year holds both years, so that half of the pupils come back in the next one.
 */
export const SHARED = `
  select
    second.school_year, second.breakdown, second.group_name as "group", least(first.in_stem, second.in_stem) as in_stem,
    least(first.girls, second.girls) as girls
  from marts.stem_year_groups as first
  join marts.stem_year_groups as second
    on second.breakdown = first.breakdown and second.group_name = first.group_name and first.year_in_stage = 1 and second.year_in_stage = 2
    and cast(left(second.school_year, 4) as integer) = cast(left(first.school_year, 4) as integer) + 1`;

/** The girls' share in STEM (D2) over the school years, as the indicator counts it; years without pupils are left out. */
export async function girlsByYear(warehouse: Warehouse): Promise<YearCount[]> {
  const transitions = await transitionYears(warehouse);
  const rows = await warehouse.rows<Omit<YearCount, "start" | "is_transition">>(
    `with shared as (${SHARED})
     select period as school_year, numerator as girls, denominator as pupils, status, coalesce(shared.in_stem, 0) as shared_with_last
     from indicators.observations as observations
     left join shared on shared.school_year = observations.period and shared.breakdown = 'total'
     where indicator_id = 'girls_share_in_stem' and coalesce(province, track, domain) is null and denominator > 0 order by period`,
  );
  return rows.map((row) => {
    const { school_year } = row;
    return { ...row, start: startOf(school_year), is_transition: transitions.has(school_year) };
  });
}

/**
 * The girls' share in STEM in the first year of the stage. Each school year counts other pupils, so that the counts are independent: what a test
 * for a trend asks for.
 */
export async function entrantsByYear(warehouse: Warehouse): Promise<YearCount[]> {
  const rows = await warehouse.rows<{ school_year: string; girls: number; pupils: number; status: Flag }>(
    `select school_year, girls_in_stem as girls, in_stem as pupils, status from marts.stem_year_groups
     where breakdown = 'total' and year_in_stage = 1 and in_stem > 0 order by school_year`,
  );
  const half = await warehouse.rows<{ school_year: string }>(
    `select school_year from marts.stem_year_groups where breakdown = 'track' and year_in_stage = 1 group by school_year
     having bool_or(group_name in ('aso', 'tso', 'bso', 'kso')) and bool_or(group_name in ('doorstroom', 'dubbel', 'arbeidsmarkt'))`,
  );
  const transitions = new Set(half.map(({ school_year }) => school_year));
  return rows.map((row) => ({
    ...{
      ...row,
      start: startOf(row.school_year),
      is_transition: transitions.has(row.school_year),
      shared_with_last: 0,
    },
  }));
}

/** By how much the shares of two school years correlate because the same pupils were counted in both. */
export const correlationOf = (
  now: { start: number; shared_with_last: number },
  then: { start: number },
  [nowPupils, thenPupils]: readonly [number, number],
): number => (now.start === then.start + 1 ? Math.min(1, now.shared_with_last / Math.sqrt(nowPupils * thenPupils)) : 0);

/** The targets of the girls' share, the default first: the latest that holds for a counted year, as on the scorecard. */
export const girlsTargets = (warehouse: Warehouse): Promise<GirlsTarget[]> =>
  warehouse.rows(
    `select target, target_period, baseline_period, source from staging.stg_targets
     where indicator_id = 'girls_share_in_stem' and programme is null
     order by period > (select max(period) from indicators.observations where indicator_id = 'girls_share_in_stem'), period desc`,
  );

/** The base year of every comparison: that of the targets where it was loaded, else the first loaded year; null without any. */
export function baseOf(
  years: readonly YearCount[],
  targets: readonly GirlsTarget[],
): { base: YearCount; rule: BaseRule } | null {
  const agreed = years.find(({ school_year }) => targets.some((target) => target.baseline_period === school_year));
  const base = agreed ?? years[0];
  return base === undefined ? null : { base, rule: agreed === undefined ? "first_loaded" : "target_baseline" };
}

/** Whether a break in the series lies after the first and not after the last of two school years. */
export const crossesBreak = (years: readonly YearCount[], from: YearCount, to: YearCount): boolean =>
  years.some(({ start, status }) => status === "b" && start > from.start && start <= to.start);

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

/** The girls' share in STEM (D2) over the school years, as the indicator counts it; years without pupils are left out. */
export async function girlsByYear(warehouse: Warehouse): Promise<YearCount[]> {
  const transitions = await transitionYears(warehouse);
  const rows = await warehouse.rows<Omit<YearCount, "start" | "is_transition">>(
    `select period as school_year, numerator as girls, denominator as pupils, status from indicators.observations
     where indicator_id = 'girls_share_in_stem' and coalesce(province, track, domain) is null and denominator > 0 order by period`,
  );
  return rows.map((row) => {
    const { school_year } = row;
    return { ...row, start: startOf(school_year), is_transition: transitions.has(school_year) };
  });
}

/** The targets of the girls' share, the default first: the latest that holds for a counted year, as on the scorecard. */
export const girlsTargets = (warehouse: Warehouse): Promise<GirlsTarget[]> =>
  warehouse.rows(
    `select target, target_period, baseline_period, source from staging.stg_targets
     where indicator_id = 'girls_share_in_stem'
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

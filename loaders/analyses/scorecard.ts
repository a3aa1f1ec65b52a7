import type { Warehouse } from "../warehouse.ts";
import { type Standing, type Status, statusOf } from "./status.ts";

interface Headline extends Standing {
  indicator_id: string;
  period: string;
  numerator: number | null;
  denominator: number | null;
  flag: string | null;
  target_period: string | null;
  last_value: number | null;
  last_period: string | null;
  is_same_day: boolean;
}

/** Latest total of every indicator with the target that holds for it, and the period or the teaching day a year before. */
const HEADLINES = `
  with totals as (
    select * from indicators.observations
    where coalesce(programme, province, stage, track, domain, theme, discipline, role, item_id, campaign, channel, bound) is null
      and (phase is null or phase = 'received')
  ),
  latest as (
    select *, lag(value) over course as value_before, lag(period) over course as period_before
    from totals window course as (partition by indicator_id order by period)
    qualify row_number() over (partition by indicator_id order by period desc) = 1
  ),
  due as (
    select latest.indicator_id, targets.*
    from latest join raw.targets as targets on targets.indicator_id = latest.indicator_id and targets.period <= latest.period
    qualify row_number() over (partition by latest.indicator_id order by targets.period desc) = 1
  )
  select latest.indicator_id, latest.period, latest.value, latest.numerator, latest.denominator, latest.status as flag,
    due.target::double as target, due.tolerance::double as tolerance, due.direction,
    coalesce(due.target_period, due.period) as target_period,
    coalesce(progress.last_year_value, latest.value_before) as last_value, latest.period_before as last_period,
    progress.last_year_value is not null as is_same_day,
    progress.projected_low, progress.projected_high
  from latest left join due using (indicator_id)
  left join marts.benchmark_progress as progress
    on progress.indicator_id = latest.indicator_id and progress.school_year = latest.period
  order by latest.indicator_id`;

const TABLE = `
  create table analyses.scorecard (
    indicator_id VARCHAR, period VARCHAR, value DOUBLE, numerator DOUBLE, denominator DOUBLE, flag VARCHAR,
    target DOUBLE, tolerance DOUBLE, target_period VARCHAR, last_value DOUBLE, last_period VARCHAR, is_same_day BOOLEAN,
    projected_low DOUBLE, projected_high DOUBLE, status VARCHAR
  )`;

/** Writes `analyses.scorecard`: one row an indicator, with its status word. */
export async function writeScorecard(warehouse: Warehouse): Promise<void> {
  await warehouse.run(TABLE);
  for (const row of await warehouse.rows<Headline>(HEADLINES)) {
    const status: Status = statusOf(row);
    await warehouse.run(
      "insert into analyses.scorecard values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      [
        row.indicator_id,
        row.period,
        row.value,
        row.numerator,
        row.denominator,
        row.flag,
        row.target,
        row.tolerance,
        row.target_period,
        row.last_value,
        row.last_period,
        row.is_same_day,
        row.projected_low,
        row.projected_high,
        status,
      ],
    );
  }
}

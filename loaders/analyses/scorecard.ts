import { analysis, type Result } from "./analysis.ts";
import type { Reason } from "./reasons.ts";
import { type Standing, statusOf } from "./status.ts";

const columns = {
  indicator_id: "VARCHAR",
  period: "VARCHAR",
  value: "DOUBLE",
  numerator: "DOUBLE",
  denominator: "DOUBLE",
  flag: "VARCHAR",
  target: "DOUBLE",
  tolerance: "DOUBLE",
  target_period: "VARCHAR",
  last_value: "DOUBLE",
  last_period: "VARCHAR",
  last_reason: "VARCHAR",
  is_same_day: "BOOLEAN",
  expected: "DOUBLE",
  expected_low: "DOUBLE",
  expected_high: "DOUBLE",
  probability: "DOUBLE",
  /** Why a count that still grows has no forecast. */
  no_forecast: "VARCHAR",
  status: "VARCHAR",
} as const;
type Row = Result<typeof columns>;
type Headline = Omit<Row, "status" | "reason" | "no_forecast" | "last_reason"> &
  Pick<Standing, "direction" | "is_running"> & { no_forecast: Reason | null; is_partial_sum: boolean };

/**
 * Latest total of every indicator with the target that holds for it, the period or the teaching day a year before, and the forecast. A sum
 * over part of a school year is no match for that of a whole one; what was booked for a school year to come is no standing of it; and a yearly
 * benchmark holds for its own year alone: only bands, and targets with a baseline or a later year in which they are due, stand for later years.
 */
const HEADLINES = `
  with totals as (
    select * from indicators.observations
    where coalesce(programme, province, stage, track, domain, theme, discipline, role, item_id, campaign, channel, bound) is null
      and (phase is null or phase = 'received') and period <= (select current_school_year from staging.stg_parameters)
  ),
  latest as (
    select *, lag(value) over course as value_before, lag(period) over course as period_before
    from totals window course as (partition by indicator_id order by period)
    qualify row_number() over (partition by indicator_id order by period desc) = 1
  ),
  due as (
    select latest.indicator_id, targets.*
    from latest join raw.targets as targets on targets.indicator_id = latest.indicator_id and targets.period <= latest.period
      and (targets.period = latest.period or targets.direction = 'band' or targets.baseline_period is not null or targets.target_period <> targets.period)
    qualify row_number() over (partition by latest.indicator_id order by targets.period desc) = 1
  )
  select latest.indicator_id, latest.period, latest.value, latest.numerator, latest.denominator, latest.status as flag,
    due.target::double as target, due.tolerance::double as tolerance, due.direction,
    coalesce(due.target_period, due.period) as target_period,
    coalesce(progress.last_year_value, if(is_partial_sum, null, latest.value_before)) as last_value,
    latest.period_before as last_period, is_partial_sum,
    progress.last_year_value is not null as is_same_day,
    forecast.mean as expected, forecast.lower as expected_low, forecast.upper as expected_high,
    case when due.period = latest.period then forecast.probability end as probability,
    forecast.reason as no_forecast, forecast.indicator_id is not null as is_running
  from (
    select latest.*, catalogue.type in ('count', 'money') and latest.period >= parameters.current_school_year as is_partial_sum
    from latest
    join indicators.catalogue as catalogue on catalogue.id = latest.indicator_id
    cross join staging.stg_parameters as parameters
  ) as latest
  left join due using (indicator_id)
  left join marts.benchmark_progress as progress
    on progress.indicator_id = latest.indicator_id and progress.school_year = latest.period
  left join analyses.benchmark_forecast as forecast
    on forecast.indicator_id = latest.indicator_id and forecast.school_year = latest.period
  order by latest.indicator_id`;

/** One row an indicator, with its status word. */
export const scorecard = analysis({
  id: "scorecard",
  name: { nl: "Stand van elke indicator", en: "Standing of every indicator" },
  method: {
    nl: "Van elke indicator de laatste waarde in het geheel tot en met het lopende schooljaar, naast het doel dat voor die periode geldt en naast de waarde ervoor: voor een aantal dat in de loop van het schooljaar groeit is dat dezelfde lesdag van vorig jaar, en waar die niet bekend is, niets: een lopend schooljaar wordt niet naast een volledig gelegd. Zo'n aantal is op koers wanneer de kans om het doel te halen minstens zo groot is als de drempel, en niet op koers wanneer de kans om het te missen zo groot is; daartussen, of zonder verwachting, is het onzeker. Een bereikt doel is gehaald. Elke andere indicator onder zijn doel is niet op koers; bij een afgesproken band telt of de waarde erbinnen ligt. Een jaarlijkse benchmark geldt alleen voor zijn eigen schooljaar; een band, en een doel met een nulmeting of een later streefjaar, gelden ook daarna.",
    en: "The latest overall value of every indicator, up to the current school year, beside the target that holds for that period and beside the value before: for a count that grows during the school year that is the same teaching day last year, and nothing where that is not known: a running school year is not laid beside a whole one. Such a count is on course when the chance of reaching the target is at least the threshold, and off course when the chance of missing it is; in between, or without a forecast, it is uncertain. A target that was reached is met. Any other indicator below its target is off course; for an agreed band what counts is whether the value lies within it. A yearly benchmark holds for its own school year alone; a band, and a target with a baseline or a later due year, hold afterwards too.",
  },
  evidence: "monitoring",
  codes: ["A7"],
  inputs: ["indicators.observations", "raw.targets", "marts.benchmark_progress", "analyses.benchmark_forecast"],
  functions: [],
  parameters: {},
  thresholds: ["on_course_probability"],
  columns,
  async run({ warehouse, thresholds }) {
    const headlines = await warehouse.rows<Headline>(HEADLINES);
    return headlines.map(({ direction, is_running, is_partial_sum, ...row }): Row => {
      const { value, target, tolerance, probability, last_value } = row;
      const last_reason = is_partial_sum ? "running_year" : "no_figure_last_year";
      const standing = { value, target, direction, tolerance, probability, is_running };
      const status = statusOf(standing, thresholds.on_course_probability.value);
      return {
        ...{ ...row, status, last_reason: last_value === null ? last_reason : null },
        reason: value === null ? "no_value" : null,
      };
    });
  },
});

import { chanceOfShare } from "../../statistics/forecast/shareAtYearEnd.ts";
import { analysis, FLAG, type Result } from "./analysis.ts";
import type { Reason } from "./reasons.ts";
import { STATUS, type Standing, statusOf } from "./status.ts";

/** A chance that rests on fewer past years decides no status: two of them hardly show how far school years lie apart. */
const FEWEST_PAST_YEARS = 3;

const columns = {
  indicator_id: "VARCHAR NOT NULL",
  /** Whose figure it is: one programme's, or that of all together (null). */
  programme: "VARCHAR",
  period: "VARCHAR NOT NULL",
  value: "DOUBLE",
  numerator: "DOUBLE",
  denominator: "DOUBLE",
  flag: FLAG,
  target: "DOUBLE",
  /** Half the width of a band target, null for a target to reach. */
  tolerance: "DOUBLE",
  target_period: "VARCHAR",
  /** What the value was in the school year in which the target was due, where that is over. */
  due_value: "DOUBLE",
  /** While the year runs, the value on the same teaching day (a share: calendar day) of last year; else that of the period before. */
  last_value: "DOUBLE",
  /** Over the whole of the period before. */
  last_total: "DOUBLE",
  last_period: "VARCHAR",
  last_reason: "VARCHAR",
  is_same_day: "BOOLEAN NOT NULL",
  /** Year total of a count that still grows: its mean, the ends between which it comes with a chance of 80 %, the chance of the target. */
  expected: "DOUBLE",
  expected_low: "DOUBLE",
  expected_high: "DOUBLE",
  probability: "DOUBLE",
  /** Past school years that the forecast and its chance rest on. */
  past_years_count: "INTEGER",
  /** Why a figure that still moves has no forecast. */
  no_forecast: "VARCHAR",
  status: STATUS,
} as const;
type Row = Result<typeof columns>;
type Headline = Omit<Row, "status" | "reason" | "no_forecast" | "last_reason"> &
  Pick<Standing, "direction" | "is_running" | "is_cumulative"> & {
    no_forecast: Reason | null;
    centre: number | null;
    spread: number | null;
  };

/**
 * Latest total of every indicator, by programme too, with the target of that programme that holds for it, the period or the same day a year
 * before, and the forecast. A figure of part of a school year is no match for that of a whole one; what was booked for a school year to come is no standing of it; and a yearly
 * benchmark holds for its own year alone: only bands, and targets with a baseline or a later year in which they are due, stand for later years.
 */
const HEADLINES = `
  with totals as (
    select * from indicators.observations
    where coalesce(province, stage, track, domain, theme, discipline, role, item_id, campaign, channel, bound) is null
      and (phase is null or phase = 'received') and period <= (select current_school_year from staging.stg_parameters)
  ),
  latest as (
    select *, lag(value) over course as value_before, lag(period) over course as period_before
    from totals window course as (partition by indicator_id, programme order by period)
    qualify row_number() over (partition by indicator_id, programme order by period desc) = 1
  ),
  due as (
    select targets.*
    from latest join staging.stg_targets as targets on targets.indicator_id = latest.indicator_id and targets.period <= latest.period
      and targets.programme is not distinct from latest.programme
      and (targets.period = latest.period or targets.direction = 'band' or targets.baseline_period is not null or targets.target_period <> targets.period)
    qualify row_number() over (partition by latest.indicator_id, latest.programme order by targets.period desc) = 1
  )
  select latest.indicator_id, latest.programme, latest.period, latest.value, latest.numerator, latest.denominator, latest.status as flag,
    due.target, due.tolerance, due.direction, coalesce(due.target_period, due.period) as target_period, due_year.value as due_value,
    coalesce(progress.last_year_value, share.last_value, if(is_running, null, latest.value_before)) as last_value,
    coalesce(share.last_total, latest.value_before) as last_total, latest.period_before as last_period, is_running, is_cumulative,
    coalesce(progress.last_year_value, share.last_value) is not null as is_same_day,
    coalesce(forecast.mean, share.mean) as expected, coalesce(forecast.lower, share.lower) as expected_low,
    coalesce(forecast.upper, share.upper) as expected_high,
    case when due.period = latest.period then forecast.probability end as probability, share.centre, share.spread,
    case when coalesce(forecast.mean, share.mean) is not null then coalesce(forecast.past_years_count, share.past_years_count) end as past_years_count,
    coalesce(forecast.reason, share.reason) as no_forecast
  from (
    select latest.*, catalogue.type in ('count', 'money') as is_cumulative,
      -- pupils are counted once, on one day: all else moves until the school year is over
      latest.period >= parameters.current_school_year
        and len(list_filter(string_split(catalogue.sources, ', '), lambda source: source not in ('enrolments', 'schools'))) > 0 as is_running
    from latest
    join indicators.catalogue as catalogue on catalogue.id = latest.indicator_id
    cross join staging.stg_parameters as parameters
  ) as latest
  left join due on due.indicator_id = latest.indicator_id and due.programme is not distinct from latest.programme
  left join totals as due_year on due_year.indicator_id = latest.indicator_id and due_year.programme is not distinct from latest.programme
    and due_year.period = coalesce(due.target_period, due.period)
  left join marts.benchmark_progress as progress
    on progress.indicator_id = latest.indicator_id and progress.programme is not distinct from latest.programme and progress.school_year = latest.period
    -- a year that is over stands beside the whole year before
    and latest.is_running
  left join analyses.benchmark_forecast as forecast
    on forecast.indicator_id = latest.indicator_id and forecast.programme is not distinct from latest.programme and forecast.school_year = latest.period
  left join analyses.share_forecast as share
    on share.indicator_id = latest.indicator_id and share.programme is not distinct from latest.programme and share.school_year = latest.period
  order by latest.indicator_id, latest.programme nulls first`;

/** Chance that the year ends at its target, or within its band: that of the forecast of counts, or from the forecast of a share. */
function chanceOf({
  probability,
  target,
  tolerance,
  direction,
  centre,
  spread,
  past_years_count,
}: Headline): number | null {
  if (probability !== null || centre === null || spread === null) return probability;
  if (target === null || past_years_count === null) return null;
  const forecast = { centre, spread, years: past_years_count };
  if (direction === "up") return chanceOfShare(forecast, target);
  if (direction === "down") return 1 - chanceOfShare(forecast, target);
  return chanceOfShare(forecast, target - (tolerance ?? 0)) - chanceOfShare(forecast, target + (tolerance ?? 0));
}

/** One row an indicator, with its status word. */
export const scorecard = analysis({
  id: "scorecard",
  name: { nl: "Stand van elke indicator", en: "Standing of every indicator" },
  method: {
    nl: "Van elke indicator, in het geheel en per programma, de laatste waarde tot en met het lopende schooljaar, naast het doel dat voor dat programma en die periode geldt. Een deel van een jaar wordt nooit naast een heel jaar gelegd: zolang het schooljaar loopt, staat een aantal naast dezelfde lesdag van vorig jaar en een aandeel naast dezelfde kalenderdag, en waar die niet bekend is, naast niets. Dan beslist de kans op het einde van het jaar: op koers vanaf de drempel, niet op koers wanneer de kans op missen zo groot is, daartussen, zonder verwachting of met een kans die op minder dan drie voorbije schooljaren steunt onzeker. Een aantal dat zijn doel voorbij is, heeft het gehaald, want het kan niet meer dalen; een aandeel kan dat wel. Na het schooljaar, en voor de leerlingen die op één dag geteld worden, telt de waarde zelf. Is het streefjaar voorbij, dan is het doel gehaald of heet het streefjaar voorbij, nooit niet op koers. Een jaarlijkse benchmark geldt alleen voor zijn eigen schooljaar; een band, en een doel met een nulmeting of een later streefjaar, gelden ook daarna. Een doel van één programma wordt nooit naast de cijfers van beide samen gelegd, en omgekeerd.",
    en: "The latest value of every indicator, in all and by programme, up to the current school year, beside the target that holds for that programme and period. Part of a year is never laid beside a whole year: while the school year runs, a count stands beside the same teaching day last year and a share beside the same calendar day, and where that is not known, beside nothing. Then the chance of where the year ends decides: on course from the threshold on, off course when the chance of missing is as great, uncertain in between, without a forecast, or with a chance that rests on fewer than three past school years. A count that has passed its target has met it, for it cannot fall; a share can. Once the school year is over, and for pupils, who are counted on one day, the value itself decides. Where the year in which a target was due is over, it is met or its date has passed, never off course. A yearly benchmark holds for its own school year alone; a band, and a target with a baseline or a later due year, hold afterwards too. A target of one programme is never laid beside the figures of both together, nor the reverse.",
  },
  evidence: "monitoring",
  codes: ["A7"],
  inputs: [
    ...["indicators.observations", "staging.stg_targets", "marts.benchmark_progress"],
    ...["analyses.benchmark_forecast", "analyses.share_forecast"],
  ],
  functions: ["chanceOfShare"],
  parameters: { fewest_past_years: FEWEST_PAST_YEARS },
  thresholds: ["on_course_probability"],
  columns,
  async run({ warehouse, thresholds }) {
    const headlines = await warehouse.rows<Headline>(HEADLINES);
    return headlines.map((headline): Row => {
      const { direction, is_running, is_cumulative, centre: _, spread: __, ...row } = headline;
      const { value, target_period, period, last_value } = row;
      const is_past_due = direction !== "band" && target_period !== null && target_period < period;
      const probability = chanceOf(headline);
      const isFounded = (row.past_years_count ?? 0) >= FEWEST_PAST_YEARS;
      const standing = { ...headline, probability: isFounded ? probability : null, is_past_due };
      const last_reason = is_running ? "running_year" : "no_figure_last_year";
      return {
        ...{ ...row, probability, due_value: is_past_due ? row.due_value : null },
        status: statusOf(standing, thresholds.on_course_probability.value),
        last_reason: last_value === null ? last_reason : null,
        reason: value === null ? "no_value" : null,
      };
    });
  },
});

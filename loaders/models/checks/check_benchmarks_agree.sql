-- stage: indicators
-- nl: {n} stand van een benchmark verschilt van de indicator. | {n} standen van benchmarks verschillen van de indicator.
-- en: {n} benchmark differs from its indicator. | {n} benchmarks differ from their indicators.
with
    totals as (
        select
            indicator_id,
            programme,
            period,
            value
        from indicators.observations
        where coalesce(province, theme, discipline) is null
    )

select progress.*
from marts.benchmark_progress as progress
left join totals
    on progress.indicator_id = totals.indicator_id
    and progress.programme is not distinct from totals.programme
    and progress.school_year = totals.period
where progress.value <> coalesce(totals.value, 0)

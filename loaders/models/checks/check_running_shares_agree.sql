-- stage: indicators
-- nl: {n} aandeel op de dag zelf verschilt van de indicator. | {n} aandelen op de dag zelf verschillen van de indicator.
-- en: {n} share by day differs from its indicator. | {n} shares by day differ from their indicators.
with
    totals as (
        select
            indicator_id,
            programme,
            period,
            numerator,
            denominator
        from indicators.observations
        where
            coalesce(province, role, questionnaire_id) is null
            and (phase is null or phase = 'received')
    )

select shares.*
from marts.running_shares as shares
inner join totals
    on shares.indicator_id = totals.indicator_id
    and shares.programme is not distinct from totals.programme
    and shares.school_year = totals.period
where
    abs(shares.numerator - totals.numerator) > 1e-6
    or abs(shares.denominator - totals.denominator) > 1e-6

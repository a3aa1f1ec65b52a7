-- stage: indicators
-- nl: {n} waarneming komt meer dan eens voor. | {n} waarnemingen komen meer dan eens voor.
-- en: {n} observation occurs more than once. | {n} observations occur more than once.
with
    keys as (
        select
            * exclude (value, numerator, denominator, status, as_of)
        from indicators.observations
    )

select *
from keys
group by all
having count(*) > 1

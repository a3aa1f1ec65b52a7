-- stage: indicators
-- nl: {n} waarneming staat er meer dan eens in. | {n} waarnemingen staan er meer dan eens in.
-- en: {n} observation stands there more than once. | {n} observations stand there more than once.
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

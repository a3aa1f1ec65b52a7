-- stage: indicators
-- nl: {n} doel hoort bij een onbekende indicator. | {n} doelen horen bij een onbekende indicator.
-- en: {n} target belongs to an unknown indicator. | {n} targets belong to an unknown indicator.
select targets.*
from staging.stg_targets as targets
anti join indicators.catalogue on targets.indicator_id = catalogue.id
-- bounds that take a linear programme are no indicator: analyses.girls_within_reach
where targets.indicator_id <> 'girls_reached_count'

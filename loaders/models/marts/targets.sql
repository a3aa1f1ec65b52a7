-- grain: one row an indicator and period with a target; key: indicator_id, period
-- nl: {n} doel komt in een periode meer dan eens voor. | {n} doelen komen in een periode meer dan eens voor.
-- en: {n} target occurs more than once in a period. | {n} targets occur more than once in a period.
-- open: indicator_id, period, target, target_period, tolerance
select
    indicator_id,
    period,
    target,
    target_period,
    tolerance
from staging.stg_targets

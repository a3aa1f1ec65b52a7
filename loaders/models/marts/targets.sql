-- grain: one row an indicator, period and programme with a target (blank: all together); key: indicator_id, period, programme
-- nl: {n} doel komt in een periode meer dan eens voor. | {n} doelen komen in een periode meer dan eens voor.
-- en: {n} target occurs more than once in a period. | {n} targets occur more than once in a period.
-- open: indicator_id, period, programme, target, target_period, tolerance
select
    indicator_id,
    period,
    programme,
    target,
    target_period,
    tolerance
from staging.stg_targets

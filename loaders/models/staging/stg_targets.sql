-- grain: one row an indicator, period and programme (null: both together)
select
    indicator_id,
    period,
    programme,
    cast(baseline as double) as baseline,
    baseline_period,
    cast(target as double) as target,
    target_period,
    direction,
    cast(tolerance as double) as tolerance,
    source
from raw.targets

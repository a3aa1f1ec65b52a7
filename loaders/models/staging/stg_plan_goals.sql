-- grain: one row a goal of a plan
select
    goal_id,
    plan,
    strand,
    text_nl,
    text_en,
    indicator_id,
    cast(target as double) as target,
    target_period,
    source
from raw.plan_goals

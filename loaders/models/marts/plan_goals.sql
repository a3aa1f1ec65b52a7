-- grain: one row a goal of a plan; key: goal_id
-- nl: {n} doelstelling komt meer dan eens voor. | {n} doelstellingen komen meer dan eens voor.
-- en: {n} goal occurs more than once. | {n} goals occur more than once.
-- open: goal_id, plan, strand, text_nl, text_en, indicator_id, target
-- open: target_period, source
select
    goal_id,
    plan,
    strand,
    text_nl,
    text_en,
    indicator_id,
    target,
    target_period,
    source
from staging.stg_plan_goals

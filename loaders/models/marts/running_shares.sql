-- grain: one row a share that moves during the school year, programme (null: all together) and school year; key: indicator_id, programme, school_year
-- nl: {n} aandeel komt meer dan eens voor in een schooljaar. | {n} aandelen komen meer dan eens voor in een schooljaar.
-- en: {n} share occurs more than once in a school year. | {n} shares occur more than once in a school year.
-- open: indicator_id, programme, school_year, is_current_year
-- count: numerator_then, denominator_then, numerator, denominator
with
    parameters as (
        select
            *,
            cast(left(current_school_year, 4) as integer) as current_first_year
        from staging.stg_parameters
    ),
    steps as (
        select * from marts.lecture_share_steps
        union all
        select * replace (null as programme) from marts.lecture_share_steps
        union all
        select * from marts.other_share_steps
    ),
    dated as (
        select
            steps.*,
            steps.school_year = parameters.current_school_year
                as is_current_year,
            -- the as-of day in the calendar of that school year
            parameters.as_of - to_years(
                parameters.current_first_year
                - cast(left(steps.school_year, 4) as integer)
            ) as same_day
        from steps
        cross join parameters
        where steps.school_year <= parameters.current_school_year
    ),
    sums as (
        select
            indicator_id,
            programme,
            school_year,
            is_current_year,
            -- a step without a day leaves the same day of its year unknown
            count(*) = count(day) as is_dated,
            coalesce(sum(numerator) filter (where day <= same_day), 0)
                as numerator_then,
            coalesce(sum(denominator) filter (where day <= same_day), 0)
                as denominator_then,
            sum(numerator) as numerator,
            sum(denominator) as denominator
        from dated
        group by indicator_id, programme, school_year, is_current_year
    )

select
    indicator_id,
    programme,
    school_year,
    is_current_year,
    if(is_dated, numerator_then, null) as numerator_then,
    if(is_dated, denominator_then, null) as denominator_then,
    numerator,
    denominator
from sums
order by indicator_id, programme nulls first, school_year

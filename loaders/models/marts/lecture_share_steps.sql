-- grain: one row a share, programme, school year and day on which it moves; key: indicator_id, programme, school_year, day
-- nl: {n} dag van een aandeel komt meer dan eens voor. | {n} dagen van aandelen komen meer dan eens voor.
-- en: {n} day of a share occurs more than once. | {n} days of shares occur more than once.
-- open: indicator_id, programme, school_year, day
-- count: numerator, denominator
with
    parameters as (select * from staging.stg_parameters),
    lectures as (
        select
            lectures.*,
            parameters.as_of,
            -- a younger lecture can still get its wrap-up or its record
            held_on + cast(parameters.wrap_up_days as integer) as wrap_up_due,
            held_on + cast(parameters.registration_days as integer)
                as record_due,
            coalesce(
                lectures.days_to_record <= parameters.registration_days,
                false
            ) as is_in_time,
            lectures.lecturer_id is not null
            and lectures.teacher_id is not null
            and lectures.stage is not null
            and lectures.track is not null
            and lectures.discipline is not null
            and lectures.theme is not null
            and lectures.format is not null as is_complete
        from marts.lectures
        cross join parameters
        where lectures.status = 'held'
    ),
    steps as (
        select
            unnest(['wrap_up_rate', 'completeness_share', 'timeliness_share'])
                as indicator_id,
            programme,
            school_year,
            unnest([wrap_up_due, held_on, record_due]) as day,
            unnest([
                0,
                cast(is_complete as integer),
                cast(is_in_time as integer)
            ]) as numerator,
            1 as denominator,
            as_of
        from lectures
        union all
        select
            'wrap_up_rate',
            programme,
            school_year,
            greatest(wrap_up_on, wrap_up_due),
            1,
            0,
            as_of
        from lectures
        where wrap_up_on is not null
    )

select
    indicator_id,
    programme,
    school_year,
    day,
    cast(sum(numerator) as double) as numerator,
    cast(sum(denominator) as double) as denominator
from steps
where day <= as_of
group by indicator_id, programme, school_year, day

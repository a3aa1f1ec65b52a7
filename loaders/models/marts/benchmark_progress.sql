-- grain: one row a benchmark indicator, programme (null: all together) and school year; key: indicator_id, programme, school_year
-- nl: {n} benchmark komt meer dan eens voor in een schooljaar. | {n} benchmarks komen meer dan eens voor in een schooljaar.
-- en: {n} benchmark occurs more than once in a school year. | {n} benchmarks occur more than once in a school year.
-- open: programme, indicator_id, school_year, is_current_year, is_closure_year, teaching_day, teaching_days, target, direction
-- count: value, last_year_value
with
    targets as (select * from staging.stg_targets),
    lengths as (
        select
            school_year,
            count(*) as teaching_days
        from marts.school_days
        group by school_year
    ),
    days as (
        unpivot marts.lecture_days
        on lectures_count, lecturers_count, student_contacts_count,
            teachers_count
        into name indicator_id value value
    ),
    years as (
        select
            indicator_id,
            programme,
            school_year,
            cast(left(school_year, 4) as integer) as first_year,
            is_current_year,
            is_closure_year,
            max(teaching_day) as teaching_day,
            max(value) as value
        from days
        group by all
    ),
    -- last year up to the same teaching day, or to its last one
    last_years as (
        select
            years.indicator_id,
            years.programme,
            years.school_year,
            max(days.value) as value
        from years
        inner join years as past
            on years.indicator_id = past.indicator_id
            and years.programme is not distinct from past.programme
            and past.first_year = years.first_year - 1
        inner join days
            on past.indicator_id = days.indicator_id
            and past.programme is not distinct from days.programme
            and past.school_year = days.school_year
            and days.teaching_day <= years.teaching_day
        group by years.indicator_id, years.programme, years.school_year
    )

select
    years.* exclude (first_year),
    lengths.teaching_days,
    targets.target,
    targets.direction,
    last_years.value as last_year_value
from years
inner join lengths using (school_year)
left join last_years
    on years.indicator_id = last_years.indicator_id
    and years.programme is not distinct from last_years.programme
    and years.school_year = last_years.school_year
left join targets
    on years.indicator_id = targets.indicator_id
    and years.programme is not distinct from targets.programme
    and years.school_year = targets.period
order by years.indicator_id, years.programme nulls first, years.school_year

-- grain: one row a school year and teaching day; key: school_year, date
-- nl: {n} schooldag komt meer dan eens voor. | {n} schooldagen komen meer dan eens voor.
-- en: {n} school day occurs more than once. | {n} school days occur more than once.
-- open: school_year, teaching_day, date, is_closure_year
with
    holidays as (select * from staging.stg_holidays),
    closures as (
        select starts_on, ends_on from staging.stg_annotations
        where kind = 'closure' and scope in ('lectures', 'all')
        union all
        select starts_on, ends_on from holidays
        where kind = 'closure'
    ),
    weekdays as (
        select
            calendar.school_year,
            cast(calendar.day as date) as date
        from (
            select distinct
                school_year,
                unnest(generate_series(
                    cast(left(school_year, 4) || '-09-01' as date),
                    cast(right(school_year, 4) || '-06-30' as date),
                    interval 1 day
                )) as day
            from holidays
        ) as calendar
        where isodow(calendar.day) <= 5
    ),
    -- days of closure are among the holidays too, but would have been taught
    ordinary_days as (
        select weekdays.*
        from weekdays
        anti join holidays
            on weekdays.date between holidays.starts_on and holidays.ends_on
            and holidays.kind <> 'closure'
    ),
    closure_years as (
        select distinct ordinary_days.school_year
        from ordinary_days
        semi join closures
            on ordinary_days.date between closures.starts_on
            and closures.ends_on
    ),
    teaching_days as (
        select ordinary_days.*
        from ordinary_days
        anti join holidays
            on ordinary_days.date
            between holidays.starts_on and holidays.ends_on
    )

select
    teaching_days.school_year,
    row_number() over (
        partition by teaching_days.school_year
        order by teaching_days.date
    ) as teaching_day,
    teaching_days.date,
    closure_years.school_year is not null as is_closure_year
from teaching_days
left join closure_years
    on teaching_days.school_year = closure_years.school_year
order by teaching_days.date

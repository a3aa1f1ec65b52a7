-- grain: one row a breakdown and group, for the current school year; key: breakdown, group_id
-- nl: {n} groep gastlessen komt meer dan eens voor. | {n} groepen gastlessen komen meer dan eens voor.
-- en: {n} group of lectures occurs more than once. | {n} groups of lectures occur more than once.
-- open: breakdown, group_id
-- count: lectures_count, last_year_count
with
    held as (
        select
            lectures.school_year,
            lectures.is_current_year,
            lectures.teaching_day,
            lectures.programme,
            coalesce(lectures.province, 'unknown') as province,
            coalesce(lectures.theme, 'unknown') as theme,
            coalesce(lectures.discipline, 'unknown') as discipline
        from marts.lectures as lectures
        where lectures.status = 'held'
    ),
    today as (
        select
            any_value(school_year) as school_year,
            max(teaching_day) as teaching_day
        from marts.lecture_days
        where is_current_year
    ),
    grouped as (
        unpivot held
        on programme, province, theme, discipline
        into name breakdown value group_id
    )

select
    grouped.breakdown,
    grouped.group_id,
    count(*) filter (where grouped.is_current_year) as lectures_count,
    -- up to the same teaching day one year earlier
    count(*) filter (
        where
            cast(left(grouped.school_year, 4) as integer)
            = cast(left(today.school_year, 4) as integer) - 1
            and grouped.teaching_day <= today.teaching_day
    ) as last_year_count
from grouped
cross join today
group by grouped.breakdown, grouped.group_id
having lectures_count + last_year_count > 0
order by grouped.breakdown, grouped.group_id

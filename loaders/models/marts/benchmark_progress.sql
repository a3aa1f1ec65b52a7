-- grain: one row a benchmark indicator and school year
with
    targets as (select * from staging.stg_targets),
    days as (
        unpivot marts.lecture_days
        on lectures_count, lecturers_count, student_contacts_count,
            teachers_count
        into name indicator_id value value
    ),
    years as (
        select
            indicator_id,
            school_year,
            cast(left(school_year, 4) as integer) as first_year,
            is_current_year,
            is_closure_year,
            max(teaching_day) as teaching_day,
            max(value) as value
        from days
        group by indicator_id, school_year, is_current_year, is_closure_year
    ),
    -- each earlier year up to the same teaching day, or to its last one
    earlier as (
        select
            years.indicator_id,
            years.school_year,
            past.first_year = years.first_year - 1 as is_last_year,
            years.is_current_year and not past.is_closure_year as is_comparable,
            max(days.value) as value,
            max(days.value) / nullif(max(past.value), 0) as share
        from years
        inner join years as past
            on years.indicator_id = past.indicator_id
            and past.first_year < years.first_year
        inner join days
            on past.indicator_id = days.indicator_id
            and past.school_year = days.school_year
            and days.teaching_day <= years.teaching_day
        group by all
    ),
    comparisons as (
        select
            indicator_id,
            school_year,
            max(value) filter (where is_last_year) as last_year_value,
            min(share) filter (where is_comparable) as share_low,
            max(share) filter (where is_comparable) as share_high
        from earlier
        group by indicator_id, school_year
    )

select
    years.* exclude (first_year),
    targets.target,
    comparisons.last_year_value,
    comparisons.share_low,
    comparisons.share_high,
    years.value / nullif(comparisons.share_high, 0) as projected_low,
    years.value / nullif(comparisons.share_low, 0) as projected_high
from years
left join comparisons using (indicator_id, school_year)
left join targets
    on years.indicator_id = targets.indicator_id
    and years.school_year = targets.period
order by years.indicator_id, years.school_year

-- grain: one row a school year and programme, and one for all programmes together (blank); key: school_year, programme
-- nl: {n} schooljaar per programma komt meer dan eens voor. | {n} schooljaren per programma komen meer dan eens voor.
-- en: {n} school year of a programme occurs more than once. | {n} school years of a programme occur more than once.
-- open: school_year, programme, is_current_year, median_lectures
-- count: reached_schools, lectures, once_reached_schools, returning_schools, stage_known, third_stage, format_known, online
with
    -- a lecture counts with its own programme, and once with all together
    held as (
        select
            lectures.* exclude (programme),
            case when parts.is_own then lectures.programme end as programme
        from marts.lectures as lectures
        cross join (values (true), (false)) as parts (is_own)
        where lectures.status = 'held'
    ),
    schools as (
        select
            school_year,
            programme,
            school_id,
            bool_or(is_current_year) as is_current_year,
            count(*) as lectures,
            count(stage) as stage_known,
            count(*) filter (where stage = '3') as third_stage,
            count(format) as format_known,
            count(*) filter (where format = 'online') as online
        from held
        group by school_year, programme, school_id
    ),
    -- of the first school year that was loaded, no earlier one is known
    histories as (
        select
            *,
            min(school_year) over (partition by programme, school_id)
                < school_year as is_known_school,
            min(school_year) over (partition by programme)
                < school_year as has_earlier_year
        from schools
    )

select
    school_year,
    programme,
    bool_or(is_current_year) as is_current_year,
    count(*) as reached_schools,
    cast(sum(lectures) as bigint) as lectures,
    median(lectures) as median_lectures,
    count(*) filter (where lectures = 1) as once_reached_schools,
    case
        when bool_or(has_earlier_year)
            then count(*) filter (where is_known_school)
    end as returning_schools,
    cast(sum(stage_known) as bigint) as stage_known,
    cast(sum(third_stage) as bigint) as third_stage,
    cast(sum(format_known) as bigint) as format_known,
    cast(sum(online) as bigint) as online
from histories
group by school_year, programme

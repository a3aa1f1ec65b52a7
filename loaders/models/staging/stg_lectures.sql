-- grain: one row a lecture, planned, held or cancelled
with
    source as (
        select
            *,
            year(held_on - interval 8 month) as first_year,
            -- what is recorded later is not known to be held yet
            status = 'held'
            and coalesce(
                recorded_on > (select as_of from meta.parameters), false
            ) as is_recorded_later
        from raw.lectures
    )

select
    lecture_id,
    programme,
    case when is_recorded_later then 'planned' else status end as status,
    first_year || '-' || (first_year + 1) as school_year,
    held_on,
    school_id,
    site_id,
    lecturer_id,
    teacher_id,
    stage,
    track,
    discipline,
    theme,
    format,
    coalesce(is_kickoff, false) as is_kickoff,
    class_groups,
    students,
    coalesce(students_estimated, false) as is_students_estimated,
    girls,
    teachers,
    wrap_up_on,
    requested_on,
    matched_on,
    recorded_on
from source

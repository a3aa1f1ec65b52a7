-- grain: one row a lecture, planned, held or cancelled
with
    source as (
        select
            *,
            year(held_on - interval 8 month) as first_year
        from raw.lectures
    )

select
    lecture_id,
    programme,
    status,
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

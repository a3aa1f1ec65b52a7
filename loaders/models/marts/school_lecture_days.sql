-- grain: one row a school and teaching day with a lecture that was held; key: school_year, teaching_day, school_id
-- nl: {n} lesdag van een school is meer dan eens geteld. | {n} lesdagen van scholen zijn meer dan eens geteld.
-- en: {n} teaching day of a school was counted more than once. | {n} teaching days of schools were counted more than once.
with
    held as (
        select
            *,
            row_number() over (
                partition by school_year, lecturer_id
                order by held_on, lecture_id
            ) = 1 and lecturer_id is not null as is_new_lecturer
        from marts.lectures
        where status = 'held'
    ),
    teachers as (
        select
            *,
            row_number() over (
                partition by school_year, teacher_id
                order by held_on, lecture_id
            ) = 1 and teacher_id is not null as is_new_teacher
        from marts.lecture_teachers
    ),
    new_teachers as (
        select
            lecture_id,
            count(*) as teachers_count
        from teachers
        where is_new_teacher
        group by lecture_id
    )

select
    school_year,
    teaching_day,
    school_id,
    count(*) as lectures_count,
    -- a lecturer or teacher counts at the first lecture of the year alone
    count(*) filter (where is_new_lecturer) as lecturers_count,
    cast(coalesce(sum(students), 0) as bigint)
        as student_contacts_count,
    cast(coalesce(sum(teachers_count), 0) as bigint) as teachers_count
from held
left join new_teachers using (lecture_id)
group by school_year, teaching_day, school_id
order by school_year, teaching_day, school_id

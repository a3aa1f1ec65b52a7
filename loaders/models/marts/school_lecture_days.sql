-- grain: one row a programme (null: all together), school and teaching day with a lecture that was held; key: programme, school_year, teaching_day, school_id
-- nl: {n} lesdag van een school is meer dan eens geteld. | {n} lesdagen van scholen zijn meer dan eens geteld.
-- en: {n} teaching day of a school was counted more than once. | {n} teaching days of schools were counted more than once.
-- open: programme, school_year, teaching_day, school_id
-- count: lectures_count, lecturers_count, student_contacts_count, teachers_count
with
    programmes as (select unnest([null, 'stem_ovk', 'ovk']) as scope),
    held as (
        select
            programmes.scope,
            lectures.*,
            row_number() over (
                partition by scope, school_year, lecturer_id
                order by held_on, lecture_id
            ) = 1 and lecturer_id is not null as is_new_lecturer
        from marts.lectures as lectures
        inner join programmes
            on lectures.programme = coalesce(scope, lectures.programme)
        where lectures.status = 'held'
    ),
    teachers as (
        select
            programmes.scope,
            lecture_teachers.lecture_id,
            row_number() over (
                partition by scope, school_year, teacher_id
                order by held_on, lecture_id
            ) = 1 and teacher_id is not null as is_new_teacher
        from marts.lecture_teachers as lecture_teachers
        inner join programmes
            on lecture_teachers.programme
            = coalesce(scope, lecture_teachers.programme)
    ),
    new_teachers as (
        select
            scope,
            lecture_id,
            count(*) as teachers_count
        from teachers
        where is_new_teacher
        group by scope, lecture_id
    )

select
    held.scope as programme,
    held.school_year,
    held.teaching_day,
    held.school_id,
    count(*) as lectures_count,
    -- a lecturer or teacher counts at the first lecture of the year alone
    count(*) filter (where held.is_new_lecturer) as lecturers_count,
    cast(coalesce(sum(held.students), 0) as bigint)
        as student_contacts_count,
    cast(coalesce(sum(new_teachers.teachers_count), 0) as bigint)
        as teachers_count
from held
left join new_teachers
    on held.lecture_id = new_teachers.lecture_id
    and held.scope is not distinct from new_teachers.scope
group by held.scope, held.school_year, held.teaching_day, held.school_id
order by programme nulls first, school_year, teaching_day, school_id

-- grain: one row a programme (null: all together), school year and teaching day up to the as-of date; key: programme, school_year, teaching_day
-- nl: {n} lesdag is meer dan eens geteld. | {n} lesdagen zijn meer dan eens geteld.
-- en: {n} teaching day was counted more than once. | {n} teaching days were counted more than once.
-- open: programme, school_year, teaching_day, date, is_current_year, is_closure_year
-- count: lectures_count, lecturers_count, student_contacts_count, teachers_count
with
    parameters as (select * from staging.stg_parameters),
    school_days as (select * from marts.school_days),
    schools as (select * from marts.school_lecture_days),
    programmes as (select distinct programme from schools),
    days as (
        select
            programme,
            school_year,
            teaching_day,
            sum(lectures_count) as lectures,
            sum(lecturers_count) as lecturers,
            sum(student_contacts_count) as student_contacts,
            sum(teachers_count) as teachers
        from schools
        group by programme, school_year, teaching_day
    )

select
    programmes.programme,
    school_days.school_year,
    school_days.teaching_day,
    school_days.date,
    school_days.school_year = parameters.current_school_year as is_current_year,
    school_days.is_closure_year,
    cast(sum(coalesce(days.lectures, 0)) over so_far as bigint)
        as lectures_count,
    cast(sum(coalesce(days.lecturers, 0)) over so_far as bigint)
        as lecturers_count,
    cast(sum(coalesce(days.student_contacts, 0)) over so_far as bigint)
        as student_contacts_count,
    cast(sum(coalesce(days.teachers, 0)) over so_far as bigint)
        as teachers_count
from school_days
cross join parameters
cross join programmes
left join days
    on programmes.programme is not distinct from days.programme
    and school_days.school_year = days.school_year
    and school_days.teaching_day = days.teaching_day
where
    school_days.date <= parameters.as_of
    -- before the first lecture on file nothing is known, which is not zero
    and school_days.school_year >= (select min(school_year) from schools)
window so_far as (
    partition by programmes.programme, school_days.school_year
    order by school_days.teaching_day
)
order by
    programmes.programme nulls first,
    school_days.school_year,
    school_days.teaching_day

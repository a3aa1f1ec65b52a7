-- grain: one row a lecture, planned, held or cancelled; key: lecture_id
-- nl: {n} gastles komt meer dan eens voor. | {n} gastlessen komen meer dan eens voor.
-- en: {n} lecture occurs more than once. | {n} lectures occur more than once.
-- open: programme, status, school_year, is_current_year, held_on, teaching_day, school_id, site_id, nis, province, stage, track, discipline, theme, format, is_kickoff, is_students_estimated, wrap_up_on, requested_on, matched_on, recorded_on, days_to_record, days_since
-- count: class_groups, students, girls, teachers
-- personal: lecture_id, lecturer_id, teacher_id
with
    lectures as (select * from staging.stg_lectures),
    schools as (select * from marts.schools),
    parameters as (select * from staging.stg_parameters),
    -- a lecture outside teaching days counts with the teaching day before it
    counting_days as (
        select
            school_year,
            teaching_day,
            case
                when teaching_day = 1
                    then cast(left(school_year, 4) || '-09-01' as date)
                else date
            end as counts_from
        from marts.school_days
    )

select
    lectures.lecture_id,
    lectures.programme,
    lectures.status,
    lectures.school_year,
    lectures.school_year = parameters.current_school_year as is_current_year,
    lectures.held_on,
    counting_days.teaching_day,
    lectures.school_id,
    lectures.site_id,
    schools.nis,
    schools.province,
    lectures.lecturer_id,
    lectures.teacher_id,
    lectures.stage,
    lectures.track,
    lectures.discipline,
    lectures.theme,
    lectures.format,
    lectures.is_kickoff,
    lectures.class_groups,
    lectures.students,
    lectures.is_students_estimated,
    lectures.girls,
    lectures.teachers,
    lectures.wrap_up_on,
    lectures.requested_on,
    lectures.matched_on,
    lectures.recorded_on,
    lectures.recorded_on - lectures.held_on as days_to_record,
    parameters.as_of - lectures.held_on as days_since
from lectures
cross join parameters
left join schools
    on lectures.school_id = schools.school_id
    and lectures.site_id = schools.site_id
asof left join counting_days
    on lectures.school_year = counting_days.school_year
    and lectures.held_on >= counting_days.counts_from

-- grain: one row a lecture that was held at a school, with both ends of the way; key: lecture_id
-- nl: {n} les op school komt meer dan eens voor. | {n} lessen op school komen meer dan eens voor.
-- en: {n} lecture at a school occurs more than once. | {n} lectures at schools occur more than once.
-- open: school_year, is_current_year, province, discipline, school_lat, school_lon
-- personal: lecture_id, lecturer_id, lecturer_lat, lecturer_lon
with
    lectures as (
        select * from marts.lectures
        -- a lecture of which the format is not said was held at the school
        where status = 'held' and format is distinct from 'online'
    )

select
    lectures.lecture_id,
    lectures.school_year,
    lectures.is_current_year,
    coalesce(lectures.province, 'unknown') as province,
    lectures.discipline,
    lectures.lecturer_id,
    school_places.lat as school_lat,
    school_places.lon as school_lon,
    lecturers.lat as lecturer_lat,
    lecturers.lon as lecturer_lon
from lectures
left join marts.school_places as school_places
    on lectures.school_id = school_places.school_id
    and lectures.site_id = school_places.site_id
left join marts.lecturers as lecturers
    on lectures.lecturer_id = lecturers.lecturer_id
order by lectures.lecture_id

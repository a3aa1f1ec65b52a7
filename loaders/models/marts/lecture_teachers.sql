-- grain: one row a lecture that was held and teacher who was there, or none; key: lecture_id, teacher_id
-- nl: {n} leerkracht staat meer dan eens bij dezelfde gastles. | {n} leerkrachten staan meer dan eens bij dezelfde gastles.
-- en: {n} teacher stands more than once with the same lecture. | {n} teachers stand more than once with the same lecture.
-- open: school_year, school_id, held_on, teaching_day, programme, province, is_current_year
-- personal: lecture_id, teacher_id
with
    held as (select * from marts.lectures where status = 'held')

select
    lecture_id,
    school_year,
    school_id,
    held_on,
    teaching_day,
    programme,
    province,
    is_current_year,
    -- codes made of names that stood together: school:one+other
    unnest(case
        when regexp_matches(teacher_id, ':t[0-9a-f]{12}[+]t[0-9a-f]{12}')
            then list_transform(
                string_split(split_part(teacher_id, ':', 2), '+'),
                lambda code: split_part(teacher_id, ':', 1) || ':' || code
            )
        else [teacher_id]
    end) as teacher_id
from held

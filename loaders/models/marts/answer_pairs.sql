-- grain: one row a lecture and item that teachers and lecturers share, word for word; key: lecture_id, item_id, text_nl
-- nl: {n} paar van antwoorden komt meer dan eens voor. | {n} paren van antwoorden komen meer dan eens voor.
-- en: {n} pair of answers occurs more than once. | {n} pairs of answers occur more than once.
-- open: school_year, item_id, text_nl
-- personal: lecture_id, teacher_agrees, lecturer_agrees
with
    sides as (
        select
            school_year,
            lecture_id,
            item_id,
            text_nl,
            scale,
            is_reversed,
            role,
            bool_or(is_favourable) as agrees
        from marts.responses
        where is_favourable is not null and lecture_id is not null
        group by
            school_year,
            lecture_id,
            item_id,
            text_nl,
            scale,
            is_reversed,
            role
        -- several answers from one side make no pair
        having count(*) = 1
    )

select
    teachers.school_year,
    teachers.lecture_id,
    teachers.item_id,
    teachers.text_nl,
    teachers.agrees as teacher_agrees,
    lecturers.agrees as lecturer_agrees
from sides as teachers
inner join sides as lecturers
    on teachers.lecture_id = lecturers.lecture_id
    and teachers.item_id = lecturers.item_id
    and teachers.text_nl = lecturers.text_nl
    and teachers.scale = lecturers.scale
    and teachers.is_reversed = lecturers.is_reversed
where teachers.role = 'teacher' and lecturers.role = 'lecturer'

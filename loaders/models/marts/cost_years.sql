-- grain: one row a school year, in all (programme null) and by programme; key: school_year, programme
-- nl: {n} schooljaar komt in de kosten meer dan eens voor. | {n} schooljaren komen in de kosten meer dan eens voor.
-- en: {n} school year occurs more than once in the costs. | {n} school years occur more than once in the costs.
-- open: school_year, is_whole_year, programme
-- count: lectures, lectures_without_students, student_contacts, estimated_contacts
-- magnitude: spent_eur, in_kind_eur
with
    parameters as (select * from staging.stg_parameters),
    programmes as (
        select
            school_year,
            programme,
            sum(value_eur) filter (where kind = 'cash' and phase = 'spent')
                as spent_eur,
            -- hours are received when they are given: no phase is added up
            coalesce(
                sum(value_eur)
                    filter (where kind = 'in_kind' and phase = 'received'),
                sum(value_eur)
                    filter (where kind = 'in_kind' and phase = 'spent'),
                0
            ) as in_kind_eur
        from marts.funding
        group by school_year, programme
    ),
    money as (
        select
            school_year,
            coalesce(programme, 'all') as programme,
            sum(spent_eur) as spent_eur,
            sum(in_kind_eur) as in_kind_eur
        from programmes
        group by grouping sets ((school_year), (school_year, programme))
    ),
    contacts as (
        select
            school_year,
            coalesce(programme, 'all') as programme,
            count(*) as lectures,
            count(*) filter (where students is null)
                as lectures_without_students,
            cast(sum(students) as bigint) as student_contacts,
            cast(
                sum(students) filter (where is_students_estimated) as bigint
            ) as estimated_contacts
        from marts.lectures
        where status = 'held'
        group by grouping sets ((school_year), (school_year, programme))
    )

select
    school_year,
    school_year < parameters.current_school_year as is_whole_year,
    nullif(programme, 'all') as programme,
    money.spent_eur,
    coalesce(money.in_kind_eur, 0) as in_kind_eur,
    coalesce(contacts.lectures, 0) as lectures,
    coalesce(contacts.lectures_without_students, 0)
        as lectures_without_students,
    coalesce(contacts.student_contacts, 0) as student_contacts,
    coalesce(contacts.estimated_contacts, 0) as estimated_contacts
from money
full join contacts using (school_year, programme)
cross join parameters

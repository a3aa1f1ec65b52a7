-- grain: one row a school year, programme and school where lectures were held; key: school_year, programme, school_id
-- nl: {n} school komt in een schooljaar en programma meer dan eens voor. | {n} scholen komen in een schooljaar en programma meer dan eens voor.
-- en: {n} school occurs more than once in a school year and programme. | {n} schools occur more than once in a school year and programme.
-- open: school_year, is_current_year, programme, school_id
-- count: lectures, filled, filled_students, girls, compared, compared_students, compared_girls, expected_girls
with
    held as (
        select * from marts.lectures
        where status = 'held'
    ),
    counts as (
        select
            school_year,
            school_id,
            site_id,
            sum(headcount) filter (where sex = 'f') as girls,
            sum(headcount) as pupils
        from staging.stg_enrolments
        where
            is_by_school
            and definition = 'stem_monitor'
            and level = 'secondary'
        -- a later edition replaces the counts of an earlier one
        group by school_year, school_id, site_id, edition_order
        qualify edition_order is not distinct from max(edition_order) over (
            partition by school_year
        )
    ),
    hosts as (
        select
            held.lecture_id,
            coalesce(sum(counts.girls), 0) / nullif(sum(counts.pupils), 0)
                as girls_share
        from held
        inner join counts
            on held.school_year = counts.school_year
            and held.school_id = counts.school_id
            and coalesce(held.site_id = counts.site_id, true)
        where held.girls is not null
        group by held.lecture_id
    )

select
    held.school_year,
    held.is_current_year,
    held.programme,
    held.school_id,
    count(*) as lectures,
    count(held.girls) as filled,
    cast(coalesce(sum(held.students) filter (
        where held.girls is not null
    ), 0) as bigint) as filled_students,
    cast(coalesce(sum(held.girls), 0) as bigint) as girls,
    -- lectures with both the girls in them and the pupils of the host
    count(hosts.girls_share) as compared,
    cast(coalesce(sum(held.students) filter (
        where hosts.girls_share is not null
    ), 0) as bigint) as compared_students,
    cast(coalesce(sum(held.girls) filter (
        where hosts.girls_share is not null
    ), 0) as bigint) as compared_girls,
    coalesce(
        sum(held.students * hosts.girls_share order by held.lecture_id), 0
    ) as expected_girls
from held
left join hosts on held.lecture_id = hosts.lecture_id
group by
    held.school_year, held.is_current_year, held.programme, held.school_id
order by held.school_year, held.programme, held.school_id

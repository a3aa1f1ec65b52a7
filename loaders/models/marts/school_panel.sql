-- grain: one row a site (or school) and school year of the balanced panel; key: school_year, school_id, site_id
-- nl: {n} school staat in een schooljaar meer dan eens in het panel. | {n} scholen staan in een schooljaar meer dan eens in het panel.
-- en: {n} school is in the panel more than once in a school year. | {n} schools are in the panel more than once in a school year.
-- open: school_year, year, school_id, site_id, nis, first_treated
-- count: girls_in_stem, pupils_in_stem, girls, pupils, baseline_pupils, student_contacts
with
    schools as (
        select * from marts.school_panel_schools
        where left_out is null
    ),
    lectures as (
        select
            schools.school_id,
            schools.site_id,
            lectures.year,
            cast(sum(lectures.students) as bigint) as students
        from schools
        inner join marts.lecture_cohorts as lectures
            on schools.school_id = lectures.school_id
            and coalesce(schools.site_id = lectures.site_id, true)
        group by all
    )

select
    counts.school_year,
    counts.year,
    counts.school_id,
    counts.site_id,
    schools.nis,
    schools.first_treated,
    counts.girls_in_stem,
    counts.pupils_in_stem,
    counts.girls,
    counts.pupils,
    first_value(counts.pupils) over (
        partition by counts.school_id, counts.site_id order by counts.year
    ) as baseline_pupils,
    -- at lectures that the cohort can have sat in
    coalesce(lectures.students, 0) as student_contacts
from marts.school_counts as counts
inner join schools
    on counts.school_id = schools.school_id
    and counts.site_id is not distinct from schools.site_id
left join lectures
    on counts.school_id = lectures.school_id
    and counts.site_id is not distinct from lectures.site_id
    and counts.year = lectures.year
order by counts.school_id, counts.site_id, counts.year

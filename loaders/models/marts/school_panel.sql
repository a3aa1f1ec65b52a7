-- grain: one row a site (or school) and school year of the balanced panel
with
    schools as (
        select * from marts.school_panel_schools
        where left_out is null
    ),
    -- pupils of stage 3 had chosen before the lecture
    lectures as (
        select
            schools.school_id,
            schools.site_id,
            cast(right(lectures.school_year, 4) as integer) as year,
            sum(lectures.students) as students
        from schools
        inner join staging.stg_lectures as lectures
            on schools.school_id = lectures.school_id
            and coalesce(schools.site_id = lectures.site_id, true)
        where
            lectures.status = 'held'
            and lectures.programme = 'stem_ovk'
            and lectures.stage is distinct from '3'
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
    coalesce(lectures.students, 0) as students_the_year_before
from marts.school_counts as counts
inner join schools
    on counts.school_id = schools.school_id
    and counts.site_id is not distinct from schools.site_id
left join lectures
    on counts.school_id = lectures.school_id
    and counts.site_id is not distinct from lectures.site_id
    and counts.year = lectures.year + 1
order by counts.school_id, counts.site_id, counts.year

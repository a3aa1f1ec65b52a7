-- grain: one row a site (or school) and school year, first year of stage 3; key: school_year, school_id, site_id
-- nl: {n} school is in een schooljaar meer dan eens geteld. | {n} scholen zijn in een schooljaar meer dan eens geteld.
-- en: {n} school was counted more than once in a school year. | {n} schools were counted more than once in a school year.
-- open: school_year, year, school_id, site_id
-- count: girls_in_stem, pupils_in_stem, girls, pupils
with
    counts as (
        select *
        from staging.stg_enrolments
        where
            is_by_school
            and definition = 'stem_monitor'
            and level = 'secondary'
        -- a later edition replaces the counts of an earlier one
        qualify edition_order is not distinct from max(edition_order) over (
            partition by school_year
        )
    )

select
    school_year,
    cast(right(school_year, 4) as integer) as year,
    school_id,
    site_id,
    cast(
        coalesce(
            sum(headcount) filter (where stem_category = 'stem' and sex = 'f'),
            0
        ) as bigint
    ) as girls_in_stem,
    cast(
        coalesce(sum(headcount) filter (where stem_category = 'stem'), 0)
        as bigint
    ) as pupils_in_stem,
    cast(
        coalesce(sum(headcount) filter (where sex = 'f'), 0) as bigint
    ) as girls,
    cast(sum(headcount) as bigint) as pupils
from counts
where stage = '3' and year_in_stage = 1
group by school_year, school_id, site_id
order by school_year, school_id, site_id

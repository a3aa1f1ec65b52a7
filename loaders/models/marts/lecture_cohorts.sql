-- grain: one row a held STEM-OvK lecture and entry cohort that can have sat in it; key: lecture_id, year
-- nl: {n} gastles telt meer dan eens voor dezelfde lichting. | {n} gastlessen tellen meer dan eens voor dezelfde lichting.
-- en: {n} lecture counts more than once for the same cohort. | {n} lectures count more than once for the same cohort.
-- open: school_id, site_id, year
-- count: students
-- personal: lecture_id
with
    -- school years until the first of stage 3, from each year of the stage
    waits as (
        select *
        from (values ('2', 1), ('2', 2), ('1', 3), ('1', 4)) as _ (stage, years)
    )

select
    lectures.lecture_id,
    lectures.school_id,
    lectures.site_id,
    -- of the count in the cohort's first year of stage 3
    cast(right(lectures.school_year, 4) as integer) + waits.years as year,
    lectures.students
from staging.stg_lectures as lectures
-- pupils of stage 3 had chosen; an unknown stage can have been the second
inner join waits on coalesce(lectures.stage, '2') = waits.stage
where lectures.status = 'held' and lectures.programme = 'stem_ovk'
order by lectures.lecture_id, year

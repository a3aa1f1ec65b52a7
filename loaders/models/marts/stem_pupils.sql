-- grain: one row a school year, track, domain, province and school, of the pupils in STEM in the years 1 and 2 of stage 3; key: school_year, track, domain, province, school_id
-- nl: {n} groep STEM-leerlingen staat er meer dan eens. | {n} groepen STEM-leerlingen staan er meer dan eens.
-- en: {n} group of STEM pupils is there more than once. | {n} groups of STEM pupils are there more than once.
-- open: school_year, track, domain, province, school_id
-- count: girls, pupils
with
    pupils as (
        select
            school_year,
            coalesce(track, 'unknown') as track,
            coalesce(domain, 'unknown') as domain,
            coalesce(province, 'unknown') as province,
            school_id,
            sex,
            headcount
        from marts.enrolments
        where
            stage = '3'
            and year_in_stage in (1, 2)
            and stem_category = 'stem'
    )

select
    school_year,
    track,
    domain,
    province,
    school_id,
    cast(
        coalesce(sum(headcount) filter (where sex = 'f'), 0) as bigint
    ) as girls,
    cast(sum(headcount) as bigint) as pupils
from pupils
group by school_year, track, domain, province, school_id

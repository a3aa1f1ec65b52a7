-- grain: one row a school year, municipality and school, or none of its schools; key: school_year, nis, school_id
-- nl: {n} school per gemeente en schooljaar komt meer dan eens voor in een gebied. | {n} scholen per gemeente en schooljaar komen meer dan eens voor in een gebied.
-- en: {n} school by municipality and school year occurs more than once in an area. | {n} schools by municipality and school year occur more than once in an area.
-- open: school_year, is_current_year, province, nis, municipality, school_id, is_eligible, is_reached, is_reached_in_province, is_reached_in_all
-- count: lectures
with
    schools as (select * from marts.school_coverage),
    -- a municipality without a school stands on the map too
    places as (
        select distinct
            schools.school_year,
            schools.is_current_year,
            municipalities.province,
            municipalities.nis,
            municipalities.name as municipality
        from schools
        cross join staging.stg_municipalities as municipalities
    ),
    listed as (
        select
            coalesce(schools.school_year, places.school_year) as school_year,
            coalesce(schools.is_current_year, places.is_current_year)
                as is_current_year,
            coalesce(schools.province, places.province) as province,
            coalesce(schools.nis, places.nis) as nis,
            coalesce(schools.municipality, places.municipality)
                as municipality,
            schools.school_id,
            coalesce(schools.is_eligible, false) as is_eligible,
            coalesce(schools.lectures, 0) as lectures
        from places
        full join schools
            on places.school_year = schools.school_year
            and places.nis = schools.nis
    )

select
    *,
    is_eligible and lectures > 0 as is_reached,
    -- a school of several sites: a lecture at any of them there reaches it
    is_eligible
    and sum(lectures) over province_sites > 0 as is_reached_in_province,
    is_eligible and sum(lectures) over all_sites > 0 as is_reached_in_all
from listed
window
    province_sites as (partition by school_year, province, school_id),
    all_sites as (partition by school_year, school_id)

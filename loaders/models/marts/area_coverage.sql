-- grain: one row a school year and area: all, a province or a municipality
with
    schools as (select * from marts.school_coverage),
    years as (
        select distinct
            school_year,
            is_current_year
        from schools
    ),
    -- a municipality without a school stands on the map too
    places as (
        select
            years.school_year,
            years.is_current_year,
            municipalities.province,
            municipalities.nis,
            municipalities.name as municipality
        from years
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
            coalesce(schools.is_eligible and schools.lectures > 0, false)
                as is_reached,
            coalesce(schools.lectures, 0) as lectures
        from places
        full join schools
            on places.school_year = schools.school_year
            and places.nis = schools.nis
    )

select
    school_year,
    is_current_year,
    case
        when grouping(province) = 1 then 'all'
        when grouping(nis) = 1 then 'province'
        else 'municipality'
    end as level,
    province,
    nis,
    case when grouping(nis) = 0 then any_value(municipality) end
        as municipality,
    count(distinct school_id) filter (where is_eligible) as eligible_schools,
    count(distinct school_id) filter (where is_reached) as reached_schools,
    sum(lectures) as lectures,
    count(distinct nis) filter (where is_eligible) as eligible_municipalities,
    count(distinct nis) filter (where is_eligible)
    - count(distinct nis) filter (where is_reached) as white_spots
from listed
group by grouping sets (
    (school_year, is_current_year),
    (school_year, is_current_year, province),
    (school_year, is_current_year, province, nis)
)
-- a school of which the municipality is unknown counts in the total alone
having level <> 'municipality' or nis is not null

-- grain: one row a school year, school and municipality of its sites; key: school_year, school_id, nis
-- nl: {n} school per gemeente en schooljaar komt meer dan eens voor. | {n} scholen per gemeente en schooljaar komen meer dan eens voor.
-- en: {n} school by municipality and school year occurs more than once. | {n} schools by municipality and school year occur more than once.
-- open: school_year, is_current_year, school_id, nis, municipality, province, is_eligible
-- count: lectures
with
    sites as (
        select
            schools.*,
            municipalities.nis as present_nis
        from marts.schools as schools
        left join staging.stg_municipalities as municipalities
            on list_contains(municipalities.all_nis, schools.nis)
    ),
    held as (
        select * from marts.lectures
        where status = 'held'
    ),
    years as (
        select distinct
            school_year,
            is_current_year,
            cast(right(school_year, 4) || '-02-01' as date) as counted_on
        from held
    ),
    lectures as (
        select
            school_year,
            school_id,
            site_id,
            count(*) as lectures
        from held
        group by school_year, school_id, site_id
    )

select
    years.school_year,
    years.is_current_year,
    sites.school_id,
    sites.present_nis as nis,
    any_value(sites.municipality) as municipality,
    coalesce(any_value(sites.province), 'unknown') as province,
    -- pupils of 14 to 18, at a site that is open on the day of the count
    bool_or(
        list_has_any(sites.stages, ['2', '3'])
        and coalesce(sites.open_from <= years.counted_on, true)
        and coalesce(sites.open_until >= years.counted_on, true)
    ) as is_eligible,
    cast(coalesce(sum(lectures.lectures), 0) as bigint) as lectures
from years
cross join sites
left join lectures
    on years.school_year = lectures.school_year
    and sites.school_id = lectures.school_id
    and sites.site_id = lectures.site_id
group by
    years.school_year,
    years.is_current_year,
    sites.school_id,
    sites.present_nis

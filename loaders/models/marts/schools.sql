-- grain: one row a site of a school; key: school_id, site_id
-- nl: {n} vestigingsplaats komt meer dan eens voor. | {n} vestigingsplaatsen komen meer dan eens voor.
-- en: {n} school site occurs more than once. | {n} school sites occur more than once.
-- open: school_id, site_id, name, nis, municipality, province, network, stages, open_from, open_until
with
    schools as (select * from staging.stg_schools),
    municipalities as (
        select
            unnest(all_nis) as nis,
            name as municipality,
            province
        from staging.stg_municipalities
    )

select
    schools.school_id,
    schools.site_id,
    schools.name,
    schools.nis,
    municipalities.municipality,
    municipalities.province,
    schools.network,
    schools.stages,
    schools.open_from,
    schools.open_until
from schools
left join municipalities on schools.nis = municipalities.nis

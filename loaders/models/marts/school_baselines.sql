-- grain: one row a site (or school) of the panel that no lecture can show in yet at the first count; key: school_id, site_id
-- nl: {n} school staat meer dan eens bij de beginstand. | {n} scholen staan meer dan eens bij de beginstand.
-- en: {n} school is in the baseline more than once. | {n} schools are in the baseline more than once.
-- open: school_id, site_id, arm, network, province, stem_share, girls_share, girls_share_in_stem, girls_stem_participation
-- count: pupils
with
    panel as (select * from marts.school_panel),
    schools as (
        select * from marts.school_panel_schools
        where left_out is null and arm <> 'reached_from_start'
    ),
    places as (
        select
            schools.school_id,
            schools.site_id,
            min(places.network) as network,
            min(places.province) as province
        from schools
        inner join marts.schools as places
            on schools.school_id = places.school_id
            and coalesce(schools.site_id = places.site_id, true)
        group by schools.school_id, schools.site_id
    ),
    first_count as (
        select * from panel
        where year = (select min(year) from panel)
    )

select
    schools.school_id,
    schools.site_id,
    schools.arm,
    coalesce(places.network, 'unknown') as network,
    coalesce(places.province, 'unknown') as province,
    first_count.pupils,
    first_count.pupils_in_stem / nullif(first_count.pupils, 0) as stem_share,
    first_count.girls / nullif(first_count.pupils, 0) as girls_share,
    first_count.girls_in_stem / nullif(first_count.pupils_in_stem, 0)
        as girls_share_in_stem,
    first_count.girls_in_stem / nullif(first_count.girls, 0)
        as girls_stem_participation
from schools
inner join first_count
    on schools.school_id = first_count.school_id
    and schools.site_id is not distinct from first_count.site_id
left join places
    on schools.school_id = places.school_id
    and schools.site_id is not distinct from places.site_id
order by schools.school_id, schools.site_id

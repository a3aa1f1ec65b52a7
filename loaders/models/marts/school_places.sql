-- grain: one row a site of a school, with its place as well as it is known; key: school_id, site_id
-- nl: {n} plaats van een vestiging komt meer dan eens voor. | {n} plaatsen van vestigingen komen meer dan eens voor.
-- en: {n} place of a school site occurs more than once. | {n} places of school sites occur more than once.
-- open: school_id, site_id, place_source, lat, lon
with
    schools as (select * from staging.stg_schools),
    postcodes as (
        select
            postcode,
            avg(lat order by lat) as lat,
            avg(lon order by lon) as lon
        from staging.stg_postcodes
        group by postcode
    ),
    municipalities as (
        select
            unnest(all_nis) as nis,
            lat,
            lon
        from staging.stg_municipalities
    ),
    -- a pair of coordinates never comes from two sources
    known as (
        select
            schools.school_id,
            schools.site_id,
            case
                when schools.lat is not null and schools.lon is not null
                    then 'site'
                when postcodes.lat is not null then 'postcode'
                when municipalities.lat is not null then 'municipality'
            end as place_source,
            schools.lat as site_lat,
            schools.lon as site_lon,
            postcodes.lat as postcode_lat,
            postcodes.lon as postcode_lon,
            municipalities.lat as municipality_lat,
            municipalities.lon as municipality_lon
        from schools
        left join postcodes on schools.postcode = postcodes.postcode
        left join municipalities on schools.nis = municipalities.nis
    )

select
    school_id,
    site_id,
    place_source,
    case place_source
        when 'site' then site_lat
        when 'postcode' then postcode_lat
        when 'municipality' then municipality_lat
    end as lat,
    case place_source
        when 'site' then site_lon
        when 'postcode' then postcode_lon
        when 'municipality' then municipality_lon
    end as lon
from known

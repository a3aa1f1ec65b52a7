-- grain: one row a school year and area: all, a province or a municipality; key: school_year, level, province, nis
-- nl: {n} gebied komt meer dan eens voor in een schooljaar. | {n} gebieden komen meer dan eens voor in een schooljaar.
-- en: {n} area occurs more than once in a school year. | {n} areas occur more than once in a school year.
-- open: school_year, is_current_year, level, province, nis, municipality
-- count: eligible_schools, reached_schools, lectures, eligible_municipalities, white_spots
with
    schools as (select * from marts.area_schools)

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
    case
        when grouping(province) = 1
            then count(distinct school_id) filter (where is_reached_in_all)
        when grouping(nis) = 1
            then count(distinct school_id) filter (where is_reached_in_province)
        else count(distinct school_id) filter (where is_reached)
    end as reached_schools,
    cast(sum(lectures) as bigint) as lectures,
    count(distinct nis) filter (where is_eligible) as eligible_municipalities,
    count(distinct nis) filter (where is_eligible)
    - count(distinct nis) filter (where is_reached) as white_spots
from schools
group by grouping sets (
    (school_year, is_current_year),
    (school_year, is_current_year, province),
    (school_year, is_current_year, province, nis)
)
-- a school of which the municipality is unknown counts in the total alone
having level <> 'municipality' or nis is not null

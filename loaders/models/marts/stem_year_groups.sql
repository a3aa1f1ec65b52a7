-- grain: one row a school year, year of stage 3 and group of a breakdown; key: school_year, year_in_stage, breakdown, group_name
-- nl: {n} groep leerlingen van een leerjaar staat er meer dan eens. | {n} groepen leerlingen van een leerjaar staan er meer dan eens.
-- en: {n} group of pupils of a year of the stage is there more than once. | {n} groups of pupils of a year of the stage are there more than once.
-- open: school_year, year_in_stage, breakdown, group_name, status
-- count: girls_in_stem, in_stem, girls, pupils
with
    pupils as (
        select
            school_year,
            year_in_stage,
            coalesce(province, 'unknown') as province,
            coalesce(track, 'unknown') as track,
            coalesce(domain, 'unknown') as domain,
            sex = 'f' as is_girl,
            stem_category = 'stem' as is_stem,
            headcount,
            status
        from marts.enrolments
        where stage = '3' and year_in_stage in (1, 2)
    ),
    counts as (
        select
            school_year,
            year_in_stage,
            case
                when province is not null then 'province'
                when track is not null then 'track'
                when domain is not null then 'domain'
                else 'total'
            end as breakdown,
            coalesce(province, track, domain, 'total') as group_name,
            sum(headcount) filter (where is_stem and is_girl) as girls_in_stem,
            sum(headcount) filter (where is_stem) as in_stem,
            sum(headcount) filter (where is_girl) as girls,
            sum(headcount) as pupils,
            -- the worst flag: break, else estimated, else provisional
            case
                when bool_or(status = 'b') then 'b'
                when bool_or(status = 'e') then 'e'
                when bool_or(status = 'p') then 'p'
            end as status
        from pupils
        group by grouping sets (
            (school_year, year_in_stage),
            (school_year, year_in_stage, province),
            (school_year, year_in_stage, track),
            (school_year, year_in_stage, domain)
        )
    )

select
    counts.school_year,
    counts.year_in_stage,
    counts.breakdown,
    counts.group_name,
    cast(coalesce(counts.girls_in_stem, 0) as bigint) as girls_in_stem,
    cast(coalesce(counts.in_stem, 0) as bigint) as in_stem,
    -- who is in no domain of it counts too: domains are out of all pupils
    cast(
        coalesce(if(counts.breakdown = 'domain', totals.girls, counts.girls), 0)
        as bigint
    ) as girls,
    cast(
        if(counts.breakdown = 'domain', totals.pupils, counts.pupils) as bigint
    ) as pupils,
    counts.status
from counts
inner join counts as totals
    on counts.school_year = totals.school_year
    and counts.year_in_stage = totals.year_in_stage
    and totals.breakdown = 'total'

-- stage: indicators
-- nl: In {n} schooljaar zijn meisjes en jongens samen niet alle STEM-leerlingen van de derde graad. | In {n} schooljaren zijn meisjes en jongens samen niet alle STEM-leerlingen van de derde graad.
-- en: In {n} school year girls and boys together are not all STEM pupils of stage 3. | In {n} school years girls and boys together are not all STEM pupils of stage 3.
with
    pupils as (
        select
            school_year,
            year_in_stage,
            is_by_school,
            edition_order,
            sum(headcount) filter (where sex = 'f') as girls,
            sum(headcount) filter (where sex = 'm') as boys
        from staging.stg_enrolments
        where
            definition = 'stem_monitor'
            and level = 'secondary'
            and stage = '3'
            and year_in_stage in (1, 2)
            and stem_category = 'stem'
        group by school_year, year_in_stage, is_by_school, edition_order
    ),
    last_editions as (
        select * from pupils
        qualify edition_order is not distinct from max(edition_order) over (
            partition by school_year, is_by_school
        )
    ),
    -- totals of a year of the stage go before its counts by school
    counted as (
        select
            school_year,
            sum(girls) as girls,
            sum(boys) as boys
        from (
            select * from last_editions
            qualify row_number() over (
                partition by school_year, year_in_stage order by is_by_school
            ) = 1
        ) as first_counts
        group by school_year
    )

select observations.*
from indicators.observations
left join counted on observations.period = counted.school_year
where
    observations.indicator_id = 'girls_share_in_stem'
    and coalesce(
        observations.province, observations.track, observations.domain
    ) is null
    and (
        observations.numerator is distinct from coalesce(girls, 0)
        or observations.denominator is distinct from
        coalesce(girls, 0) + coalesce(boys, 0)
    )

-- stage: indicators
-- nl: In {n} schooljaar tellen de STEM-leerlingen per richting niet op tot het aandeel meisjes in STEM. | In {n} schooljaren tellen de STEM-leerlingen per richting niet op tot het aandeel meisjes in STEM.
-- en: In {n} school year the STEM pupils by programme do not add up to the girls' share in STEM. | In {n} school years the STEM pupils by programme do not add up to the girls' share in STEM.
with
    totals as (
        select
            school_year,
            sum(girls) as girls,
            sum(pupils) as pupils
        from marts.stem_pupils
        group by school_year
    ),
    observed as (
        select * from indicators.observations
        where
            indicator_id = 'girls_share_in_stem'
            and coalesce(province, track, domain) is null
    )

select *
from totals
full outer join observed on totals.school_year = observed.period
where
    totals.girls is distinct from observed.numerator
    or totals.pupils is distinct from observed.denominator

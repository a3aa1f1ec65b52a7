-- stage: marts
-- nl: {n} groep leerlingen is meer dan eens geteld. | {n} groepen leerlingen zijn meer dan eens geteld.
-- en: {n} group of pupils was counted more than once. | {n} groups of pupils were counted more than once.
with
    keys as (
        select
            school_year,
            stage,
            year_in_stage,
            track,
            stem_category,
            domain,
            sex,
            province,
            school_id,
            site_id
        from marts.enrolments
    )

select *
from keys
group by all
having count(*) > 1

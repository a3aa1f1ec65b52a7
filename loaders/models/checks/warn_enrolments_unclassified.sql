-- stage: marts
-- nl: {n} schooljaar telt leerlingen in richtingen zonder STEM-klasse: ze tellen niet als STEM. | {n} schooljaren tellen leerlingen in richtingen zonder STEM-klasse: ze tellen niet als STEM.
-- en: {n} school year has pupils in tracks without a STEM class: they do not count as STEM. | {n} school years have pupils in tracks without a STEM class: they do not count as STEM.
select
    school_year,
    sum(headcount) as pupils
from marts.enrolments
where stage in ('2', '3') and stem_category = 'unclassified'
group by school_year
having pupils > 0

-- stage: marts
-- nl: {n} groep STEM-leerlingen staat er meer dan eens. | {n} groepen STEM-leerlingen staan er meer dan eens.
-- en: {n} group of STEM pupils is there more than once. | {n} groups of STEM pupils are there more than once.
select school_year, track, domain, province, school_id
from marts.stem_pupils
group by school_year, track, domain, province, school_id
having count(*) > 1

-- stage: marts
-- nl: {n} vestigingsplaats staat er meer dan eens in. | {n} vestigingsplaatsen staan er meer dan eens in.
-- en: {n} school site stands there more than once. | {n} school sites stand there more than once.
select school_id, site_id
from marts.schools
group by school_id, site_id
having count(*) > 1

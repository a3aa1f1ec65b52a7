-- stage: marts
-- nl: {n} vestigingsplaats komt meer dan eens voor. | {n} vestigingsplaatsen komen meer dan eens voor.
-- en: {n} school site occurs more than once. | {n} school sites occur more than once.
select school_id, site_id
from marts.schools
group by school_id, site_id
having count(*) > 1

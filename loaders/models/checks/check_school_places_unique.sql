-- stage: marts
-- nl: {n} plaats van een vestiging komt meer dan eens voor. | {n} plaatsen van vestigingen komen meer dan eens voor.
-- en: {n} place of a school site occurs more than once. | {n} places of school sites occur more than once.
select school_id, site_id
from marts.school_places
group by school_id, site_id
having count(*) > 1

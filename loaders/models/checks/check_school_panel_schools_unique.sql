-- stage: marts
-- nl: {n} school van het panel komt meer dan eens voor. | {n} scholen van het panel komen meer dan eens voor.
-- en: {n} school of the panel occurs more than once. | {n} schools of the panel occur more than once.
select school_id, site_id
from marts.school_panel_schools
group by school_id, site_id
having count(*) > 1

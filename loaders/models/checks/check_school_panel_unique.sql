-- stage: marts
-- nl: {n} school staat in een schooljaar meer dan eens in het panel. | {n} scholen staan in een schooljaar meer dan eens in het panel.
-- en: {n} school is in the panel more than once in a school year. | {n} schools are in the panel more than once in a school year.
select school_year, school_id, site_id
from marts.school_panel
group by school_year, school_id, site_id
having count(*) > 1

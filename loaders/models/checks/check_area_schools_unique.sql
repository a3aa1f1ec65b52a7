-- stage: marts
-- nl: {n} school per gemeente en schooljaar komt meer dan eens voor in een gebied. | {n} scholen per gemeente en schooljaar komen meer dan eens voor in een gebied.
-- en: {n} school by municipality and school year occurs more than once in an area. | {n} schools by municipality and school year occur more than once in an area.
select school_year, nis, school_id
from marts.area_schools
group by school_year, nis, school_id
having count(*) > 1

-- stage: marts
-- nl: {n} school per gemeente en schooljaar komt meer dan eens voor. | {n} scholen per gemeente en schooljaar komen meer dan eens voor.
-- en: {n} school by municipality and school year occurs more than once. | {n} schools by municipality and school year occur more than once.
select school_year, school_id, nis
from marts.school_coverage
group by school_year, school_id, nis
having count(*) > 1

-- stage: marts
-- nl: {n} gebied komt meer dan eens voor in een schooljaar. | {n} gebieden komen meer dan eens voor in een schooljaar.
-- en: {n} area occurs more than once in a school year. | {n} areas occur more than once in a school year.
select school_year, level, province, nis
from marts.area_coverage
group by school_year, level, province, nis
having count(*) > 1

-- stage: marts
-- nl: {n} school is in een schooljaar meer dan eens geteld. | {n} scholen zijn in een schooljaar meer dan eens geteld.
-- en: {n} school was counted more than once in a school year. | {n} schools were counted more than once in a school year.
select school_year, school_id, site_id
from marts.school_counts
group by school_year, school_id, site_id
having count(*) > 1

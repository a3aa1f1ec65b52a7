-- stage: marts
-- nl: {n} lesdag is meer dan eens geteld. | {n} lesdagen zijn meer dan eens geteld.
-- en: {n} teaching day was counted more than once. | {n} teaching days were counted more than once.
select school_year, teaching_day
from marts.lecture_days
group by school_year, teaching_day
having count(*) > 1

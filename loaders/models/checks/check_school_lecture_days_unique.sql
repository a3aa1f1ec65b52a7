-- stage: marts
-- nl: {n} lesdag van een school is meer dan eens geteld. | {n} lesdagen van scholen zijn meer dan eens geteld.
-- en: {n} teaching day of a school was counted more than once. | {n} teaching days of schools were counted more than once.
select school_year, teaching_day, school_id
from marts.school_lecture_days
group by school_year, teaching_day, school_id
having count(*) > 1

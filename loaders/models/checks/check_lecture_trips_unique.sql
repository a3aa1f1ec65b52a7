-- stage: marts
-- nl: {n} les op school komt meer dan eens voor. | {n} lessen op school komen meer dan eens voor.
-- en: {n} lecture at a school occurs more than once. | {n} lectures at schools occur more than once.
select lecture_id
from marts.lecture_trips
group by lecture_id
having count(*) > 1

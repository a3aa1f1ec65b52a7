-- stage: marts
-- nl: {n} gastles komt meer dan eens voor. | {n} gastlessen komen meer dan eens voor.
-- en: {n} lecture occurs more than once. | {n} lectures occur more than once.
select lecture_id
from marts.lectures
group by lecture_id
having count(*) > 1

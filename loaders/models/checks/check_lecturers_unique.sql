-- stage: marts
-- nl: {n} gastdocent komt meer dan eens voor. | {n} gastdocenten komen meer dan eens voor.
-- en: {n} guest lecturer occurs more than once. | {n} guest lecturers occur more than once.
select lecturer_id
from marts.lecturers
group by lecturer_id
having count(*) > 1

-- stage: marts
-- nl: {n} schooldag staat er meer dan eens in. | {n} schooldagen staan er meer dan eens in.
-- en: {n} school day stands there more than once. | {n} school days stand there more than once.
select school_year, date
from marts.school_days
group by school_year, date
having count(*) > 1

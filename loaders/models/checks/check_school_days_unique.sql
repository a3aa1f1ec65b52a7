-- stage: marts
-- nl: {n} schooldag komt meer dan eens voor. | {n} schooldagen komen meer dan eens voor.
-- en: {n} school day occurs more than once. | {n} school days occur more than once.
select school_year, date
from marts.school_days
group by school_year, date
having count(*) > 1

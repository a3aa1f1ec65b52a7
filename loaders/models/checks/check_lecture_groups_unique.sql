-- stage: marts
-- nl: {n} groep gastlessen komt meer dan eens voor. | {n} groepen gastlessen komen meer dan eens voor.
-- en: {n} group of lectures occurs more than once. | {n} groups of lectures occur more than once.
select
    breakdown,
    group_id
from marts.lecture_groups
group by breakdown, group_id
having count(*) > 1

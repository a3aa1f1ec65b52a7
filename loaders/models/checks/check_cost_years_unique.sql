-- stage: marts
-- nl: {n} schooljaar komt in de kosten meer dan eens voor. | {n} schooljaren komen in de kosten meer dan eens voor.
-- en: {n} school year occurs more than once in the costs. | {n} school years occur more than once in the costs.
select school_year, programme
from marts.cost_years
group by school_year, programme
having count(*) > 1

-- stage: marts
-- nl: {n} schooljaar komt meer dan eens voor in de financiering. | {n} schooljaren komen meer dan eens voor in de financiering.
-- en: {n} school year occurs more than once in the funding. | {n} school years occur more than once in the funding.
select school_year
from marts.funding_years
group by school_year
having count(*) > 1

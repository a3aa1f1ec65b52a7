-- stage: marts
-- nl: {n} gastles telt meer dan eens voor dezelfde lichting. | {n} gastlessen tellen meer dan eens voor dezelfde lichting.
-- en: {n} lecture counts more than once for the same cohort. | {n} lectures count more than once for the same cohort.
select lecture_id, year
from marts.lecture_cohorts
group by lecture_id, year
having count(*) > 1

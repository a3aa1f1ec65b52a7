-- stage: marts
-- nl: {n} benchmark komt meer dan eens voor in een schooljaar. | {n} benchmarks komen meer dan eens voor in een schooljaar.
-- en: {n} benchmark occurs more than once in a school year. | {n} benchmarks occur more than once in a school year.
select indicator_id, school_year
from marts.benchmark_progress
group by indicator_id, school_year
having count(*) > 1

-- stage: marts
-- nl: {n} benchmark staat er meer dan eens in voor een schooljaar. | {n} benchmarks staan er meer dan eens in voor een schooljaar.
-- en: {n} benchmark stands there more than once for a school year. | {n} benchmarks stand there more than once for a school year.
select indicator_id, school_year
from marts.benchmark_progress
group by indicator_id, school_year
having count(*) > 1

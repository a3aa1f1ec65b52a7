-- stage: marts
-- nl: {n} gegeven gastles valt in een schooljaar zonder vakantiekalender en ontbreekt in de benchmarks. | {n} gegeven gastlessen vallen in een schooljaar zonder vakantiekalender en ontbreken in de benchmarks.
-- en: {n} lecture lies in a school year without a holiday calendar and is missing from the benchmarks. | {n} lectures lie in a school year without a holiday calendar and are missing from the benchmarks.
select lecture_id
from marts.lectures
where status = 'held' and teaching_day is null

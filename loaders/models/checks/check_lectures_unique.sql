-- stage: marts
-- nl: {n} gastles staat er meer dan eens in. | {n} gastlessen staan er meer dan eens in.
-- en: {n} lecture stands there more than once. | {n} lectures stand there more than once.
select lecture_id
from marts.lectures
group by lecture_id
having count(*) > 1

-- stage: marts
-- nl: {n} antwoord staat er meer dan eens in. | {n} antwoorden staan er meer dan eens in.
-- en: {n} answer stands there more than once. | {n} answers stand there more than once.
select response_id, item_id
from marts.responses
group by response_id, item_id
having count(*) > 1

-- stage: marts
-- nl: {n} antwoord komt meer dan eens voor. | {n} antwoorden komen meer dan eens voor.
-- en: {n} answer occurs more than once. | {n} answers occur more than once.
select response_id, item_id
from marts.responses
group by response_id, item_id
having count(*) > 1

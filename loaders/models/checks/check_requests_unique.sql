-- stage: marts
-- nl: {n} aanvraag komt meer dan eens voor. | {n} aanvragen komen meer dan eens voor.
-- en: {n} request occurs more than once. | {n} requests occur more than once.
select request_id
from marts.requests
group by request_id
having count(*) > 1

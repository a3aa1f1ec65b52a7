-- stage: marts
-- nl: {n} boeking staat er meer dan eens in. | {n} boekingen staan er meer dan eens in.
-- en: {n} ledger entry stands there more than once. | {n} ledger entries stand there more than once.
select entry_id
from marts.funding
group by entry_id
having count(*) > 1

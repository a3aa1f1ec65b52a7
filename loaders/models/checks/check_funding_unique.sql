-- stage: marts
-- nl: {n} boeking komt meer dan eens voor. | {n} boekingen komen meer dan eens voor.
-- en: {n} ledger entry occurs more than once. | {n} ledger entries occur more than once.
select entry_id
from marts.funding
group by entry_id
having count(*) > 1

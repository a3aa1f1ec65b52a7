-- stage: marts
-- nl: {n} private financier komt in een fase meer dan eens voor. | {n} private financiers komen in een fase meer dan eens voor.
-- en: {n} private funder occurs more than once in a phase. | {n} private funders occur more than once in a phase.
select school_year, phase, programme, funder_id
from marts.private_funders
group by school_year, phase, programme, funder_id
having count(*) > 1

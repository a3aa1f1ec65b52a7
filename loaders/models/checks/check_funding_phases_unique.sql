-- stage: marts
-- nl: {n} fase van een schooljaar komt in de financiering meer dan eens voor. | {n} fasen van een schooljaar komen in de financiering meer dan eens voor.
-- en: {n} phase of a school year occurs more than once in the funding. | {n} phases of a school year occur more than once in the funding.
select school_year, phase, programme
from marts.funding_phases
group by school_year, phase, programme
having count(*) > 1

-- stage: marts
-- nl: {n} paar van antwoorden komt meer dan eens voor. | {n} paren van antwoorden komen meer dan eens voor.
-- en: {n} pair of answers occurs more than once. | {n} pairs of answers occur more than once.
select lecture_id, item_id, text_nl
from marts.answer_pairs
group by lecture_id, item_id, text_nl
having count(*) > 1

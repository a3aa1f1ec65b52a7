-- stage: marts
-- nl: {n} gegeven gastles heeft geen dag van registratie. | {n} gegeven gastlessen hebben geen dag van registratie.
-- en: {n} lecture that was held has no day of recording. | {n} lectures that were held have no day of recording.
select lecture_id
from marts.lectures
where status = 'held' and recorded_on is null

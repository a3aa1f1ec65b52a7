-- stage: marts
-- nl: {n} gegeven gastles heeft geen gastdocent. | {n} gegeven gastlessen hebben geen gastdocent.
-- en: {n} lecture that was held has no lecturer. | {n} lectures that were held have no lecturer.
select lecture_id
from marts.lectures
where status = 'held' and lecturer_id is null

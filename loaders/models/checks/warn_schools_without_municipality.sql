-- stage: marts
-- nl: {n} vestigingsplaats heeft een onbekende NIS-code. | {n} vestigingsplaatsen hebben een onbekende NIS-code.
-- en: {n} school site has an unknown NIS code. | {n} school sites have an unknown NIS code.
select
    school_id,
    site_id,
    nis
from marts.schools
where province is null

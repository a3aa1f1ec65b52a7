-- stage: marts
-- nl: In {n} schooljaar zijn de inschrijvingen er voor minder provincies dan het jaar ervoor. | In {n} schooljaren zijn de inschrijvingen er voor minder provincies dan het jaar ervoor.
-- en: In {n} school year enrolments cover fewer provinces than the year before. | In {n} school years enrolments cover fewer provinces than the year before.
with
    years as (
        select
            school_year,
            count(distinct province) as provinces
        from marts.enrolments
        group by school_year
    )

select *
from years
qualify provinces < lag(provinces) over (order by school_year)

-- stage: marts
-- nl: In {n} schooljaar zijn de inschrijvingen er voor minder provincies dan het jaar ervoor. | In {n} schooljaren zijn de inschrijvingen er voor minder provincies dan het jaar ervoor.
-- en: In {n} school year enrolments cover fewer provinces than the year before. | In {n} school years enrolments cover fewer provinces than the year before.
with
    years as (
        select
            school_year,
            cast(left(school_year, 4) as integer) as first_year,
            count(distinct province) as provinces
        from marts.enrolments
        group by school_year
    )

select
    years.school_year,
    years.provinces
from years
inner join years as before on years.first_year = before.first_year + 1
where years.provinces < before.provinces

-- stage: marts
-- nl: Van {n} schooljaar is niet te zien welke editie van de inschrijvingen de laatste is: geef elke editie een nummer of een dag jjjj-mm-dd, of noem ze voorlopig en definitief. | Van {n} schooljaren is niet te zien welke editie van de inschrijvingen de laatste is: geef elke editie een nummer of een dag jjjj-mm-dd, of noem ze voorlopig en definitief.
-- en: For {n} school year it cannot be told which edition of the enrolments is the last: give every edition a number or a day yyyy-mm-dd, or call them provisional and definitive. | For {n} school years it cannot be told which edition of the enrolments is the last: give every edition a number or a day yyyy-mm-dd, or call them provisional and definitive.
with
    editions as (
        select distinct
            school_year,
            is_by_school,
            edition,
            edition_order,
            regexp_replace(edition_order, '[0-9]+', '0', 'g') as form
        from staging.stg_enrolments
        where definition = 'stem_monitor' and level = 'secondary'
    )

select school_year
from editions
group by school_year, is_by_school
having
    count(*) > 1
    and (
        bool_or(form is null or form not like '%0%')
        or count(distinct form) > 1
        or count(distinct edition_order) < count(*)
        -- days that begin with the day do not sort
        or bool_or(regexp_matches(edition, '^[0-9]{1,2}[-./][0-9]{1,2}[-./]'))
    )

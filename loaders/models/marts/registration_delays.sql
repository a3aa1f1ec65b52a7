-- grain: one row a held lecture of a school year before this one, closure years left out; key: lecture_id
-- nl: {n} gastles komt bij de registratievertraging meer dan eens voor. | {n} gastlessen komen bij de registratievertraging meer dan eens voor.
-- en: {n} lecture occurs more than once among the registration delays. | {n} lectures occur more than once among the registration delays.
-- open: school_year, delay, age
-- personal: lecture_id
with
    closure_years as (
        select distinct school_year
        from marts.school_days
        where is_closure_year
    )

select
    lectures.lecture_id,
    lectures.school_year,
    -- recorded before it was held: known on the day itself
    if(
        lectures.days_to_record < 0, 0, lectures.days_to_record
    ) as delay,
    lectures.days_since as age
from marts.lectures as lectures
anti join closure_years on lectures.school_year = closure_years.school_year
where lectures.status = 'held' and not lectures.is_current_year
order by lectures.lecture_id

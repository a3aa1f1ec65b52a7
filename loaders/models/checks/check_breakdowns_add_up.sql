-- stage: indicators
-- nl: {n} uitsplitsing van gastlessen of leerlingcontacten telt niet op tot het totaal. | {n} uitsplitsingen van gastlessen of leerlingcontacten tellen niet op tot het totaal.
-- en: {n} breakdown of lectures or student contacts does not add up to the total. | {n} breakdowns of lectures or student contacts do not add up to the total.
with
    observations as (
        select
            indicator_id,
            period,
            case
                when programme is not null then 'programme'
                when province is not null then 'province'
                when theme is not null then 'theme'
                when discipline is not null then 'discipline'
                else 'total'
            end as breakdown,
            sum(value) as value
        from indicators.observations
        where indicator_id in ('lectures_count', 'student_contacts_count')
        group by all
    )

select parts.*
from observations as parts
left join observations as totals
    on parts.indicator_id = totals.indicator_id
    and parts.period = totals.period
    and totals.breakdown = 'total'
where parts.value is distinct from totals.value

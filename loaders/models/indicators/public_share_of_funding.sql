-- grain: one row a school year and phase; phases follow each other, never add
with
    sides as (
        select
            school_year as period,
            phase,
            coalesce(sum(value_eur) filter (where funder_type = 'public'), 0)
                as public_eur,
            coalesce(sum(value_eur) filter (where funder_type = 'private'), 0)
                as private_eur,
            case
                when school_year >= max(parameters.current_school_year) then 'p'
            end as status
        from marts.funding
        cross join staging.stg_parameters as parameters
        where kind = 'cash'
        group by school_year, phase
    )

select
    period,
    phase,
    -- a side that was paid back on balance has no part in a whole
    case when least(public_eur, private_eur) >= 0 then public_eur end
        as numerator,
    case
        when least(public_eur, private_eur) >= 0 then public_eur + private_eur
    end as denominator,
    status
from sides

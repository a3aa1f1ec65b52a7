-- grain: one row an entry of the ledger; key: entry_id
-- nl: {n} boeking komt meer dan eens voor. | {n} boekingen komen meer dan eens voor.
-- en: {n} ledger entry occurs more than once. | {n} ledger entries occur more than once.
-- open: school_year, is_current_year, programme, funder_type, kind, phase, cost_category, booked_on
-- magnitude: hours, value_eur
-- personal: entry_id, funder_id
with
    funding as (select * from staging.stg_funding),
    parameters as (select * from staging.stg_parameters)

select
    funding.entry_id,
    funding.school_year,
    funding.school_year = parameters.current_school_year as is_current_year,
    funding.programme,
    funding.funder_id,
    funding.funder_type,
    funding.kind,
    funding.phase,
    funding.cost_category,
    funding.hours,
    case
        when funding.kind = 'in_kind' then funding.hours * funding.unit_rate_eur
        else funding.amount_eur
    end as value_eur,
    funding.booked_on
from funding
cross join parameters

-- grain: one row an entry of the ledger
select
    entry_id,
    school_year,
    programme,
    funder_id,
    funder_name,
    funder_type,
    kind,
    phase,
    amount_eur,
    hours,
    unit_rate_eur,
    cost_category,
    booked_on
from raw.funding

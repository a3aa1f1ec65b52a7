-- grain: one row an initiative
select
    initiative_id,
    organisation,
    name,
    audience,
    age_from,
    age_to,
    strand,
    province,
    campaign,
    reach,
    url
from raw.initiatives

-- grain: one row an initiative of the hub; key: initiative_id
-- nl: {n} initiatief komt meer dan eens voor. | {n} initiatieven komen meer dan eens voor.
-- en: {n} initiative occurs more than once. | {n} initiatives occur more than once.
-- open: initiative_id, organisation, name, audience, age_from, age_to, strand
-- open: province, campaign, url
-- count: reach
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
from staging.stg_initiatives

-- grain: one row a request for a lecture
select
    request_id,
    school_id,
    site_id,
    requested_on,
    discipline,
    stage,
    preferred_from,
    preferred_until,
    status,
    lecture_id
from raw.requests

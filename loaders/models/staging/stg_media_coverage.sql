-- grain: one row an item in the press
select
    item_id,
    published_on,
    outlet,
    title,
    kind,
    programme,
    is_national,
    url
from raw.media_coverage

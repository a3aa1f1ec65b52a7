-- grain: one row an answer in words that was reviewed
select
    response_id,
    item_id,
    approved_wording,
    reviewed_on
from raw.reviews

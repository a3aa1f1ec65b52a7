-- grain: one row an item in the press; key: item_id
-- nl: {n} persbericht komt meer dan eens voor. | {n} persberichten komen meer dan eens voor.
-- en: {n} press item occurs more than once. | {n} press items occur more than once.
-- open: item_id, published_on, outlet, title, kind, programme, is_national, url
select
    item_id,
    published_on,
    outlet,
    title,
    kind,
    programme,
    is_national,
    url
from staging.stg_media_coverage

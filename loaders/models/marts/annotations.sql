-- grain: one row a dated event beside the figures; key: annotation_id
-- nl: {n} gebeurtenis komt meer dan eens voor. | {n} gebeurtenissen komen meer dan eens voor.
-- en: {n} event occurs more than once. | {n} events occur more than once.
-- open: annotation_id, starts_on, ends_on, kind, scope, text_nl, text_en
select
    annotation_id,
    starts_on,
    ends_on,
    kind,
    scope,
    text_nl,
    text_en
from staging.stg_annotations

-- grain: one row an annotation
select
    annotation_id,
    "from" as starts_on,
    coalesce("until", "from") as ends_on,
    kind,
    scope,
    text_nl,
    text_en,
    source
from raw.annotations

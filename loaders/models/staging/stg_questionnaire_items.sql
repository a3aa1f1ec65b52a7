-- grain: one row an item of a version of a questionnaire
select
    questionnaire_id,
    version as questionnaire_version,
    item_id,
    role,
    text_nl,
    text_en,
    scale,
    is_reversed
from raw.questionnaire_items

-- grain: one row an item of a version of a questionnaire; key: questionnaire_id, questionnaire_version, item_id
-- nl: {n} vraag komt in een versie meer dan eens voor. | {n} vragen komen in een versie meer dan eens voor.
-- en: {n} item occurs more than once in a version. | {n} items occur more than once in a version.
-- open: questionnaire_id, questionnaire_version, item_id, role, text_nl, text_en, scale, is_reversed
select
    questionnaire_id,
    questionnaire_version,
    item_id,
    role,
    text_nl,
    text_en,
    scale,
    is_reversed
from staging.stg_questionnaire_items

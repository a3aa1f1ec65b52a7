-- grain: one row an item of a response; answers in words stay behind in raw
with
    source as (
        select
            *,
            year(submitted_at - interval 8 month) as first_year
        from raw.responses
    )

select
    response_id,
    item_id,
    questionnaire_id,
    version as questionnaire_version,
    role,
    lecture_id,
    submitted_at,
    first_year || '-' || (first_year + 1) as submitted_school_year,
    answer,
    answer_text is not null as has_text
from source

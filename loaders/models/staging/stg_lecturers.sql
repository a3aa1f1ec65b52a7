-- grain: one row a lecturer; the name stays behind in raw
select
    lecturer_id,
    company,
    sector,
    discipline,
    gender,
    postcode,
    max_lectures_per_year,
    active as is_active
from raw.lecturers

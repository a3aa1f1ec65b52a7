-- grain: one row a group of pupils in an edition of a source
select
    school_year,
    count_date,
    edition,
    definition,
    level,
    stage,
    year_in_stage,
    track,
    stem_category,
    domain,
    sex,
    province,
    school_id,
    site_id,
    school_id is not null as is_by_school,
    headcount,
    status
from raw.enrolments

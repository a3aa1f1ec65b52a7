-- grain: one row a group of pupils in an edition of a source
select
    school_year,
    count_date,
    edition,
    -- sorts as editions follow each other: 9 before 10, provisional first
    case
        when lower(edition) in ('voorlopig', 'provisional') then 'edition 1'
        when lower(edition) in ('definitief', 'definitive') then 'edition 2'
        else
            regexp_replace(
                regexp_replace(
                    lower(edition), '([0-9]+)', '00000000000\1', 'g'
                ),
                '0*([0-9]{12})', '\1', 'g'
            )
    end as edition_order,
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

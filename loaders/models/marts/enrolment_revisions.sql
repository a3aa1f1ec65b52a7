-- grain: one row a school year and edition of its enrolments before the last one; key: school_year, edition
-- nl: {n} editie van de inschrijvingen komt meer dan eens voor. | {n} edities van de inschrijvingen komen meer dan eens voor.
-- en: {n} edition of the enrolments occurs more than once. | {n} editions of the enrolments occur more than once.
-- open: school_year, edition, last_edition
-- count: groups, girls, pupils, last_girls, last_pupils
with
    counts as (
        select
            school_year,
            edition,
            edition_order,
            year_in_stage,
            track,
            domain,
            province,
            sum(headcount) filter (where sex = 'f') as girls,
            sum(headcount) as pupils
        from staging.stg_enrolments
        where
            not is_by_school
            and definition = 'stem_monitor'
            and level = 'secondary'
            and stage = '3'
            and year_in_stage in (1, 2)
            and stem_category = 'stem'
        group by all
    ),
    last_counts as (
        select * from counts
        qualify edition_order = max(edition_order) over (
            partition by school_year
        )
    )

select
    earlier.school_year,
    earlier.edition,
    any_value(last_counts.edition) as last_edition,
    -- of groups that both editions count: one may be of fewer provinces
    count(*) as groups,
    cast(coalesce(sum(earlier.girls), 0) as bigint) as girls,
    cast(sum(earlier.pupils) as bigint) as pupils,
    cast(coalesce(sum(last_counts.girls), 0) as bigint) as last_girls,
    cast(sum(last_counts.pupils) as bigint) as last_pupils
from counts as earlier
inner join last_counts
    on earlier.school_year = last_counts.school_year
    and earlier.year_in_stage is not distinct from last_counts.year_in_stage
    and earlier.track is not distinct from last_counts.track
    and earlier.domain is not distinct from last_counts.domain
    and earlier.province is not distinct from last_counts.province
    and earlier.edition_order < last_counts.edition_order
group by earlier.school_year, earlier.edition
order by earlier.school_year, earlier.edition

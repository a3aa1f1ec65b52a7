-- grain: one row a group of pupils of the STEM-monitor, in its last edition; key: school_year, stage, year_in_stage, track, stem_category, domain, sex, province, school_id, site_id
-- nl: {n} groep leerlingen is meer dan eens geteld. | {n} groepen leerlingen zijn meer dan eens geteld.
-- en: {n} group of pupils was counted more than once. | {n} groups of pupils were counted more than once.
-- open: school_year, count_date, edition, stage, year_in_stage, track, stem_category, domain, sex, province, school_id, site_id, status
-- count: headcount
with
    enrolments as (
        select * from staging.stg_enrolments
        where definition = 'stem_monitor' and level = 'secondary'
        -- a later edition replaces the counts of an earlier one
        qualify
            edition_order is not distinct from max(edition_order) over (
                partition by school_year, is_by_school
            )
    ),
    schools as (select * from marts.schools)

select
    enrolments.school_year,
    enrolments.count_date,
    enrolments.edition,
    enrolments.stage,
    enrolments.year_in_stage,
    enrolments.track,
    enrolments.stem_category,
    enrolments.domain,
    enrolments.sex,
    coalesce(enrolments.province, schools.province) as province,
    enrolments.school_id,
    enrolments.site_id,
    enrolments.headcount,
    enrolments.status
from enrolments
left join schools
    on enrolments.school_id = schools.school_id
    and enrolments.site_id = schools.site_id
-- counts by school are the same pupils once more where totals exist
qualify
    not enrolments.is_by_school
    or bool_and(enrolments.is_by_school) over (
        partition by
            enrolments.school_year,
            enrolments.stage,
            enrolments.year_in_stage
    )

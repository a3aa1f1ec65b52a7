-- grain: one row a group of pupils of the STEM-monitor, in its last edition
with
    enrolments as (
        select * from staging.stg_enrolments
        where definition = 'stem_monitor' and level = 'secondary'
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
-- a later edition replaces the counts of an earlier one
qualify
    enrolments.edition is not distinct from max(enrolments.edition) over (
        partition by enrolments.school_year
    )

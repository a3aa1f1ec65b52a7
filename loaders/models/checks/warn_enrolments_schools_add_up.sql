-- stage: marts
-- nl: {n} groep leerlingen telt per school meer dan 1 % anders dan in het totaal. | {n} groepen leerlingen tellen per school meer dan 1 % anders dan in het totaal.
-- en: {n} group of pupils differs by more than 1% between the counts by school and the total. | {n} groups of pupils differ by more than 1% between the counts by school and the total.
with
    schools as (select * from marts.schools),
    counts as (
        select
            enrolments.school_year,
            enrolments.stage,
            enrolments.year_in_stage,
            enrolments.sex,
            enrolments.stem_category = 'stem' as is_stem,
            coalesce(enrolments.province, schools.province) as province,
            enrolments.is_by_school,
            enrolments.headcount
        from staging.stg_enrolments as enrolments
        left join schools
            on enrolments.school_id = schools.school_id
            and enrolments.site_id = schools.site_id
        where
            enrolments.definition = 'stem_monitor'
            and enrolments.level = 'secondary'
        qualify enrolments.edition_order is not distinct from max(
            enrolments.edition_order
        ) over (
            partition by enrolments.school_year, enrolments.is_by_school
        )
    ),
    years as (
        select
            school_year,
            stage,
            year_in_stage,
            bool_or(not is_by_school and province is not null)
                as has_provinces
        from counts
        group by school_year, stage, year_in_stage
        having bool_or(is_by_school) and bool_or(not is_by_school)
    ),
    groups as (
        select
            counts.school_year,
            counts.stage,
            counts.year_in_stage,
            counts.sex,
            counts.is_stem,
            if(years.has_provinces, counts.province, null) as province,
            sum(if(is_by_school, headcount, 0)) as by_school,
            sum(if(is_by_school, 0, headcount)) as total
        from counts
        inner join years
            on counts.school_year = years.school_year
            and counts.stage is not distinct from years.stage
            and counts.year_in_stage is not distinct from years.year_in_stage
        group by all
    )

select *
from groups
-- publishers blank or round the smallest groups
where abs(by_school - total) > 0.01 * total

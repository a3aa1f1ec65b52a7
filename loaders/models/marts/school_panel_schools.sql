-- grain: one row a site (or school) whose first year of stage 3 was counted; key: school_id, site_id
-- nl: {n} school van het panel komt meer dan eens voor. | {n} scholen van het panel komen meer dan eens voor.
-- en: {n} school of the panel occurs more than once. | {n} schools of the panel occur more than once.
-- open: school_id, site_id, nis, years_counted, first_treated, left_out, has_stem_first, has_stem_last, arm, has_girls_always, has_stem_always, years_with_girls, years_with_stem
with
    sites as (
        select
            school_id,
            site_id,
            count(*) filter (where pupils > 0) as years_counted,
            count(*) filter (where girls > 0) as years_with_girls,
            count(*) filter (where pupils_in_stem > 0) as years_with_stem,
            -- at its own first and last count
            arg_min(pupils_in_stem > 0, year) as has_stem_first,
            arg_max(pupils_in_stem > 0, year) as has_stem_last
        from marts.school_counts
        group by school_id, site_id
    ),
    first_lectures as (
        select
            sites.school_id,
            sites.site_id,
            min(lectures.year) as year
        from sites
        inner join marts.lecture_cohorts as lectures
            on sites.school_id = lectures.school_id
            and coalesce(sites.site_id = lectures.site_id, true)
        group by sites.school_id, sites.site_id
    ),
    places as (
        select
            sites.school_id,
            sites.site_id,
            min(schools.nis) as nis
        from sites
        inner join marts.schools as schools
            on sites.school_id = schools.school_id
            and coalesce(sites.site_id = schools.site_id, true)
        group by sites.school_id, sites.site_id
    ),
    period as (
        select
            count(distinct year) as years,
            min(year) as first,
            max(year) as last
        from marts.school_counts
    )

select
    sites.*,
    places.nis,
    first_lectures.year as first_treated,
    case
        when first_lectures.year <= period.first then 'reached_from_start'
        when first_lectures.year <= period.last then 'reached'
        else 'others'
    end as arm,
    sites.years_with_girls = period.years as has_girls_always,
    sites.years_with_stem = period.years as has_stem_always,
    case when sites.years_counted < period.years then 'not_every_year' end
        as left_out
from sites
cross join period
left join first_lectures
    on sites.school_id = first_lectures.school_id
    and sites.site_id is not distinct from first_lectures.site_id
left join places
    on sites.school_id = places.school_id
    and sites.site_id is not distinct from places.site_id
order by sites.school_id, sites.site_id

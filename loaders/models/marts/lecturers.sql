-- grain: one row a lecturer, at the centre of the home municipality; key: lecturer_id
-- nl: {n} gastdocent komt meer dan eens voor. | {n} gastdocenten komen meer dan eens voor.
-- en: {n} guest lecturer occurs more than once. | {n} guest lecturers occur more than once.
-- open: discipline, is_active
-- count: lectures_this_year
-- personal: lecturer_id, max_lectures_per_year, municipality, lat, lon
with
    lecturers as (select * from staging.stg_lecturers),
    parameters as (select * from staging.stg_parameters),
    municipalities as (
        select
            unnest(all_nis) as nis,
            name,
            lat,
            lon
        from staging.stg_municipalities
    ),
    -- where a postcode serves several municipalities, the first by code
    homes as (
        select
            postcodes.postcode,
            municipalities.name as municipality,
            municipalities.lat,
            municipalities.lon
        from staging.stg_postcodes as postcodes
        inner join municipalities on postcodes.nis = municipalities.nis
        qualify
            row_number() over (
                partition by postcodes.postcode order by postcodes.nis
            ) = 1
    ),
    -- a planned lecture without a day is to come, so this school year's
    loads as (
        select
            lectures.lecturer_id,
            count(*) as lectures_this_year
        from staging.stg_lectures as lectures
        cross join parameters
        where
            lectures.status in ('held', 'planned')
            and coalesce(lectures.school_year, parameters.current_school_year)
            = parameters.current_school_year
        group by lectures.lecturer_id
    )

select
    lecturers.lecturer_id,
    lecturers.discipline,
    lecturers.is_active,
    lecturers.max_lectures_per_year,
    coalesce(loads.lectures_this_year, 0) as lectures_this_year,
    homes.municipality,
    homes.lat,
    homes.lon
from lecturers
left join homes on lecturers.postcode = homes.postcode
left join loads on lecturers.lecturer_id = loads.lecturer_id

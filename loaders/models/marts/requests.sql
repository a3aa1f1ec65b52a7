-- grain: one row a request for a lecture; key: request_id
-- nl: {n} aanvraag komt meer dan eens voor. | {n} aanvragen komen meer dan eens voor.
-- en: {n} request occurs more than once. | {n} requests occur more than once.
-- open: school_year, is_current_year, school_id, site_id, school, municipality, province, lat, lon, place_source, requested_on, discipline, stage, preferred_from, preferred_until, status, matched_on, days_to_match, days_since
-- personal: request_id, lecture_id
with
    requests as (
        select
            *,
            year(requested_on - interval 8 month) as first_year
        from staging.stg_requests
    ),
    parameters as (select * from staging.stg_parameters)

select
    requests.request_id,
    requests.first_year || '-' || (requests.first_year + 1) as school_year,
    requests.first_year || '-' || (requests.first_year + 1)
    = parameters.current_school_year as is_current_year,
    requests.school_id,
    requests.site_id,
    schools.name as school,
    schools.municipality,
    schools.province,
    school_places.lat,
    school_places.lon,
    school_places.place_source,
    requests.requested_on,
    requests.discipline,
    requests.stage,
    requests.preferred_from,
    requests.preferred_until,
    requests.status,
    requests.lecture_id,
    lectures.matched_on,
    lectures.matched_on - requests.requested_on as days_to_match,
    parameters.as_of - requests.requested_on as days_since
from requests
cross join parameters
left join marts.schools as schools
    on requests.school_id = schools.school_id
    and requests.site_id = schools.site_id
left join marts.school_places as school_places
    on requests.school_id = school_places.school_id
    and requests.site_id = school_places.site_id
left join staging.stg_lectures as lectures
    on requests.lecture_id = lectures.lecture_id

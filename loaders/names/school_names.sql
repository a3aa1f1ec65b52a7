-- Resolves the distinct written names in {written} (school, place, postcode, times) against raw.schools; the result, {resolved}, says of each
-- how it was found (alias, exact, rule, similar, open), the school and site, and for an open one its three best candidates.
create or replace temp table {resolved} as
with
    postcodes as (select * from reference.postcodes),
    known_schools as (
        select
            schools.school_id,
            schools.site_id,
            schools.name,
            schools.postcode,
            coalesce(
                (select min(postcodes.nis) from postcodes where postcodes.postcode = schools.postcode), schools.nis
            ) as nis,
            plain_text(schools.name) as plain
        from raw.schools as schools
    ),
    places as (
        select distinct place_text(municipality) as place, nis from postcodes
        union
        select place_text(name) as place, nis from reference.municipalities
    ),
    -- the words of a school's own municipality say nothing that its place does not say
    schools as (
        select
            known_schools.*,
            list_filter(school_words(plain), lambda word: not list_contains(own.words, word)) as words
        from known_schools
        left join (
            select nis, list_distinct(flatten(list(school_words(place)))) as words from places group by nis
        ) as own on known_schools.nis = own.nis
    ),
    written as (
        select
            school,
            place,
            postcode,
            times,
            plain_text(school) as plain,
            place_text(place) as place_plain,
            nullif(coalesce(
                regexp_extract(coalesce(postcode, ''), '^\s*([1-9][0-9]{3})', 1),
                ''
            ) || case when regexp_extract(coalesce(postcode, ''), '^\s*([1-9][0-9]{3})', 1) = ''
                then regexp_extract(coalesce(place, ''), '\b([1-9][0-9]{3})\b', 1) else '' end, '') as code
        from {written}
    ),
    -- the municipalities that a written place may be: by postcode, by name, by a name one letter apart, or in the school's own name
    by_place as (
        select written.school, written.place, written.postcode, postcodes.nis, 1 as rank
        from written inner join postcodes on written.code = postcodes.postcode
        union
        select written.school, written.place, written.postcode, places.nis, 1 as rank
        from written inner join places on written.place_plain = places.place and places.place <> ''
        union
        select written.school, written.place, written.postcode, places.nis, 2 as rank
        from written inner join places
            on length(written.place_plain) >= 4 and abs(length(written.place_plain) - length(places.place)) <= 1
            and damerau_levenshtein(written.place_plain, places.place) = 1
        union
        select written.school, written.place, written.postcode, places.nis, 2 as rank
        from written inner join places
            on written.place_plain = '' and written.code is null and length(places.place) >= 3
            and contains(' ' || place_text(written.school) || ' ', ' ' || places.place || ' ')
    ),
    where_it_is as (
        select school, place, postcode, list(distinct nis) as nis
        from (
            from by_place
            qualify rank = min(rank) over (partition by school, place, postcode)
        )
        group by school, place, postcode
    ),
    asked as (
        select
            written.*,
            where_it_is.nis,
            list_filter(
                school_words(written.plain),
                lambda word: not list_contains(school_words(written.place_plain), word)
                    and not list_contains(coalesce(own.words, []), word)
            ) as words
        from written
        left join where_it_is
            on written.school = where_it_is.school and written.place is not distinct from where_it_is.place
            and written.postcode is not distinct from where_it_is.postcode
        left join (
            select
                where_it_is.school, where_it_is.place, where_it_is.postcode,
                list_distinct(flatten(list(school_words(places.place)))) as words
            from where_it_is inner join places on list_contains(where_it_is.nis, places.nis)
            group by all
        ) as own
            on written.school = own.school and written.place is not distinct from own.place
            and written.postcode is not distinct from own.postcode
    ),
    pairs as (
        select
            asked.school,
            asked.place,
            asked.postcode,
            asked.words,
            asked.plain,
            asked.code,
            schools.school_id,
            schools.site_id,
            schools.postcode = asked.code as is_near,
            schools.plain as other_plain,
            schools.words as other_words,
            list_filter(asked.words, lambda word: not list_contains(kinds_of_school(), word)) as core,
            list_filter(schools.words, lambda word: not list_contains(kinds_of_school(), word)) as other_core,
            list_filter(asked.words, lambda word: list_contains(kinds_of_school(), word)) as kinds,
            list_filter(schools.words, lambda word: list_contains(kinds_of_school(), word)) as other_kinds
        from asked inner join schools
            on schools.postcode = asked.code or list_contains(asked.nis, schools.nis)
            -- a part of a municipality that is on no list may stand in the school's name
            or (asked.nis is null and asked.code is null and asked.place_plain <> ''
                and contains(' ' || place_text(schools.name) || ' ', ' ' || asked.place_plain || ' '))
    ),
    judged as (
        select
            *,
            least(
                damerau_levenshtein(replace(plain, ' ', ''), replace(other_plain, ' ', '')),
                damerau_levenshtein(replace(long_forms(plain), ' ', ''), replace(long_forms(other_plain), ' ', ''))
            ) as apart,
            case
                when plain = other_plain then 3.0
                when words = other_words and len(words) > 0 then 2.0
                -- a typing error anywhere in the name as a whole
                when length(other_plain) >= 8 and apart <= 1 then 0.93
                when length(other_plain) >= 14 and apart <= 2 then 0.88
                when len(core) = 0 or len(other_core) = 0 or not list_has_all(other_kinds, kinds) then 0.0
                when len(core) > 0 and array_to_string(core, '') = array_to_string(other_core, '') then
                    0.9 + 0.1 * case when len(other_kinds) = 0 then 1 else len(kinds) / len(other_kinds) end
                when list_min(list_transform(core, lambda word:
                    list_max(list_transform(other_core, lambda other: word_likeness(word, other))))) < 0.8 then 0.0
                else 0.6 * list_avg(list_transform(core, lambda word:
                    list_max(list_transform(other_core, lambda other: word_likeness(word, other)))))
                    + 0.3 * list_avg(list_transform(other_core, lambda other:
                        list_max(list_transform(core, lambda word: word_likeness(word, other)))))
                    + 0.1 * case when len(other_kinds) = 0 then 1 else len(kinds) / len(other_kinds) end
            end as score
        from pairs
    ),
    -- a school with several sites in the place counts once: by the written postcode, else its first site
    by_school as (
        select * from judged
        where score > 0
        qualify row_number() over (
            partition by school, place, postcode, school_id
            order by score desc, coalesce(is_near, false) desc, try_cast(site_id as integer), site_id
        ) = 1
    ),
    -- within one municipality, the school at the written postcode goes before its namesakes elsewhere
    ranked as (
        select
            *,
            score + case when is_near then 0.06 else 0 end as total,
            row_number() over best as place_no,
            lead(score + case when is_near then 0.06 else 0 end) over best as next_total
        from by_school
        window best as (
            partition by school, place, postcode
            order by score + case when is_near then 0.06 else 0 end desc, school_id
        )
    ),
    found as (
        select *
        from ranked
        where place_no = 1 and score >= 0.7 and total - coalesce(next_total, 0) >= 0.05
    ),
    aliases as (
        select school, place, school_id, site_id from names_aliases
    ),
    settled as (
        select
            asked.school,
            asked.place,
            asked.postcode,
            asked.times,
            asked.words,
            asked.nis,
            case
                when aliases.school_id is not null then 'alias'
                when found.score = 3 then 'exact'
                when found.score = 2 then 'rule'
                when found.score is not null then 'similar'
                else 'open'
            end as how,
            coalesce(aliases.school_id, found.school_id) as school_id,
            coalesce(aliases.site_id, found.site_id) as site_id
        from asked
        left join found
            on asked.school = found.school and asked.place is not distinct from found.place
            and asked.postcode is not distinct from found.postcode
        left join aliases
            on asked.plain = aliases.school
            and trim(plain_text(asked.place) || ' ' || coalesce(asked.code, '')) = aliases.place
    ),
    candidates as (
        select
            settled.school,
            settled.place,
            settled.postcode,
            schools.school_id || '/' || schools.site_id || ' ' || schools.name || ', ' || schools.postcode as label,
            jaro_winkler_similarity(array_to_string(settled.words, ' '), array_to_string(schools.words, ' '))
                + case when list_contains(settled.nis, schools.nis) then 0.4 else 0 end as likeness
        from settled cross join schools
        where settled.how = 'open'
    )
select
    settled.* exclude (words, nis),
    coalesce(best.labels, []) as candidates
from settled
left join (
    select school, place, postcode, list(label order by likeness desc, label)[1:3] as labels
    from candidates group by all
) as best
    on settled.school = best.school and settled.place is not distinct from best.place
    and settled.postcode is not distinct from best.postcode;

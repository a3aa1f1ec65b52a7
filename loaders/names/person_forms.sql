-- A person's name as it is compared: without titles, case, accents and order of the words.
create or replace temp macro person_words(written) as
    array_to_string(list_sort(list_filter(
        string_split(plain_text(regexp_replace(strip_accents(lower(coalesce(written, ''))), '[''’`´]', ' ', 'g')), ' '),
        lambda word: word not in (
            '', 'mevr', 'mevrouw', 'mvr', 'mw', 'mr', 'mister', 'mrs', 'ms', 'miss', 'dhr', 'heer', 'meneer', 'meester', 'juf', 'juffrouw',
            'dr', 'ir', 'ing', 'prof', 'lic', 'drs', 'madame', 'mme', 'monsieur'
        )
    )), ' ');

-- A company without its legal form.
create or replace temp macro company_words(written) as
    trim(regexp_replace(
        ' ' || plain_text(regexp_replace(coalesce(written, ''), '\b([A-Za-z])[.]', '\1', 'g')) || ' ',
        ' (nv|bv|bvba|cvba|vzw|cv|sa|srl|sprl|ltd|inc|gmbh|comm v|vof) ', ' ', 'g'
    ));

-- HMAC-SHA256 (RFC 2104) in hexadecimal, with both padded keys given.
create or replace temp macro keyed_hash(message) as
    sha256(unhex('{outer}') || unhex(sha256(unhex('{inner}') || encode(message))));

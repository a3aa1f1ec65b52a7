-- The words of a school's name and of a place, as they are compared. Short forms stand for what they mean; words that are
-- left out at will (koninklijk, vrij, GO!, sint, school) count for nothing.
create or replace temp macro plain_text(written) as
    trim(regexp_replace(
        regexp_replace(lower(strip_accents(coalesce(written, ''))), '[''’`´]', '', 'g'),
        '[^a-z0-9]+', ' ', 'g'
    ));

create or replace temp macro place_text(written) as
    trim(regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(plain_text(written), '\b[0-9]{4}\b', ' ', 'g'),
                '\b(st|ste|sinte)\b', 'sint', 'g'
            ),
            '\bo d\b', 'op den', 'g'
        ),
        ' +', ' ', 'g'
    ));

create or replace temp macro long_forms(plain) as
    list_reduce([
        plain,
        '\b(onze lieve vrouwe?n?|o ?l ?vrouwe?n?|o ?l ?v\b)', 'olv ',
        '\b(heilige? harte?n?|h ?hart|hh\b)', 'heilighart ',
        '\b(sint|sinte|st|ste)\b', 'sint ',
        '\bsint([a-z]{3,})', 'sint \1',
        '\bk ?t ?a\b', ' technisch atheneum ',
        '\bk ?a\b', ' atheneum ',
        '\bp ?t ?i\b', ' provinciaal technisch instituut ',
        '\bs ?t ?i\b', ' stedelijk technisch instituut ',
        '\b(v ?t ?i|t ?i)\b', ' technisch instituut ',
        '\bg ?b ?s\b', ' gemeentelijk basisschool ',
        '\b(v ?b ?s|b ?s|basissch)\b', ' basisschool ',
        '\bm ?s\b', ' middenschool ',
        '\bath(en)?\b', 'atheneum',
        '\bcoll\b', 'college',
        '\binst(it)?\b', 'instituut',
        '\blyc\b', 'lyceum',
        '\bhum\b', 'humaniora',
        '\bprov(inciale?)?\b', 'provinciaal',
        '\bsted(elijke?)?\b', 'stedelijk',
        '\bgem(eentelijke?)?\b', 'gemeentelijk',
        '\btech(n(ische?)?)?\b', 'technisch',
        '\b([a-z]{3,}?)s?(colleges?|instituut|atheneum|lyceum|humaniora|school)\b', '\1 \2'
    ], lambda text, part, step: case when step % 2 = 0 then text || chr(1) || part else
        regexp_replace(split_part(text, chr(1), 1), split_part(text, chr(1), 2), part, 'g') end);

create or replace temp macro kinds_of_school() as
    ['college', 'instituut', 'atheneum', 'lyceum', 'humaniora', 'basi', 'midden', 'handel', 'technisch', 'provinciaal',
    'stedelijk', 'gemeentelijk', 'kunst', 'tuinbouw', 'hotel', 'secundair', 'lager', 'kleuter', 'buitengewoon'];

create or replace temp macro school_words(plain) as
    list_sort(list_distinct(list_filter(
        list_transform(
            string_split_regex(trim(long_forms(plain)), ' +'),
            lambda word: coalesce(
                list_filter(
                    kinds_of_school(),
                    lambda kind: length(word) >= 6 and length(kind) >= 6 and damerau_levenshtein(word, kind) <= 1
                )[1],
                case when length(word) >= 5 and word not in ('basis') then regexp_replace(word, 's$', '') else word end
            )
        ),
        lambda word: damerau_levenshtein(word, 'koninklijk') > 1 and word not in (
            '', 'sint', 'go', 'koninklijk', 'kon', 'vrij', 'vrije', 'school', 'schol', 'vzw', 'campu', 'de', 'het', 'van', 'te', 'en',
            'in', 'voor', 'onderwij', 'gemeenschapsonderwij', 'scholengroep', 'sec'
        )
    )));

-- how like two words are: a typing error, or the beginning of a longer word
create or replace temp macro word_likeness(word, other) as
    case
        when word = other then 1.0
        when length(word) >= 4 and length(other) >= 4 and damerau_levenshtein(word, other) <= 1 then 0.92
        when least(length(word), length(other)) >= 8 and damerau_levenshtein(word, other) <= 2 then 0.86
        when least(length(word), length(other)) >= 6 and jaro_winkler_similarity(word, other) >= 0.94 then 0.86
        when length(word) >= 3 and starts_with(other, word) then 0.82
        else 0.0
    end;

import { cleanSql, quoted } from "../../contracts/cells.ts";
import { PROVINCES } from "../../contracts/terms.ts";
import { type NumberStyle, unreadable } from "../format.ts";
import { once } from "../once.ts";
import { numberText } from "../styles.ts";

/** SQL: a cell's text; null where it says that the column does not apply ("n.v.t. (hbo)", "graad niet van toepassing"). */
export const applicable = (cell: string): string =>
  once(
    cleanSql(cell),
    "own",
    (own) => `case when not regexp_matches(${own}, '(?i)^n[.]?v[.]?t([.]|$)|niet van toepassing$') then ${own} end`,
  );

type Reading = readonly [pattern: string, meaning: string | null];
const meaningOf = (meaning: string | null) => (meaning === null ? "null" : quoted(meaning));

/**
 * SQL: what a cell means. Most cells are written in the plainest way (`words`); `patterns` are tried on the others alone, since they are slow
 * over a million rows.
 */
const meaning = (cell: string, words: Record<string, string | null>, patterns: readonly Reading[]): string => {
  const plain = Object.entries(words).map(([word, value]) => `when ${quoted(word)} then ${meaningOf(value)}`);
  const careful = once(applicable(cell), "given", (given) => {
    const cases = patterns.map(
      ([pattern, value]) => `when regexp_matches(${given}, ${quoted(`(?i)${pattern}`)}) then ${meaningOf(value)}`,
    );
    return `case ${cases.join(" ")} else ${unreadable(given)} end`;
  });
  return `case ${cell} ${plain.join(" ")} else ${careful} end`;
};

/**
 * SQL: a number of a school, a site or a structure as digits without leading zeros: `000123` and a spreadsheet's `123.0` both meet `123`; `1.000`
 * does not meet `1`, for it may be a thousand.
 */
export const digits = (cell: string): string => {
  const careful = once(
    cleanSql(cell),
    "given",
    (given) =>
      `case when regexp_full_match(${given}, '[0-9]+([.,]00?)?') then regexp_extract(${given}, '^0*([0-9]+)', 1) else ${unreadable(given)} end`,
  );
  return `case when cast(try_cast(${cell} as ubigint) as varchar) = ${cell} then ${cell} else ${careful} end`;
};

/** SQL: a number of pupils as digits; with thousands where the mapping says how it writes them. */
export const headcountText = (cell: string, numbers: NumberStyle): string =>
  numbers === "plain" ? digits(cell) : once(numberText(cell, numbers), "pupils", digits);

const ordinals = (rank: string): Reading[] => [
  [`^(1(e|ste)|eerste) ${rank}`, "1"],
  [`^(2(e|de)|tweede) ${rank}`, "2"],
  [`^(3(e|de)|derde) ${rank}`, "3"],
];

export const stage = (cell: string): string =>
  meaning(cell, { "1e graad": "1", "2e graad": "2", "3e graad": "3" }, ordinals("graad"));

const YEARS = Object.fromEntries(
  ["", " A", " B"].flatMap((stream) => ["1", "2"].map((n) => [`${n}e leerjaar${stream}`, n])),
);
/** SQL: the year within its stage; only the third stage has a third one, which is also called the seventh year or Se-n-Se. */
export const yearInStage = (year: string, stageCell: string): string => {
  const [first, second, third] = ordinals("(leer)?jaar").map(([pattern]) => pattern);
  const seventh = `${third}|^(7(e|de)?|zevende) |se-n-se`;
  const known: Reading[] = [
    [`${first}`, "1"],
    [`${second}`, "2"],
    ["onthaal|okan", null],
  ];
  return `case when regexp_matches(${stageCell}, '(?i)^ *(3|derde)') then ${meaning(year, YEARS, [...known, [seventh, "3"]])}
    else ${meaning(year, YEARS, known)} end`;
};

const FINALITIES = {
  Doorstroomfinaliteit: "doorstroom",
  "Dubbele finaliteit": "dubbel",
  Arbeidsmarktfinaliteit: "arbeidsmarkt",
};
const FORMS = { aso: "aso", tso: "tso", bso: "bso", kso: "kso", okan: null };
/** SQL: the finality where filled, else the track; the first stage and the reception class have neither. */
export const track = (finality: string, form: string, stageCell: string): string => {
  const byFinality = meaning(finality, FINALITIES, [
    ["^doorstroom", "doorstroom"],
    ["^dubbel", "dubbel"],
    ["^arbeidsmarkt", "arbeidsmarkt"],
  ]);
  const byForm = meaning(form, FORMS, [
    ["^(aso$|algemeen)", "aso"],
    ["^(tso$|technisch)", "tso"],
    ["^(bso$|beroeps)", "bso"],
    ["^(kso$|kunst)", "kso"],
    ["^(okan|onthaal)", null],
  ]);
  return `case when regexp_matches(${stageCell}, '(?i)^ *(1|eerste)') then null else coalesce(${byFinality}, ${byForm}) end`;
};

export const sex = (cell: string): string =>
  meaning(cell, { Vrouwelijk: "f", Mannelijk: "m" }, [
    ["^(v|vrouw|vrouwelijk|meisjes?)$", "f"],
    ["^(m|man|mannelijk|jongens?)$", "m"],
  ]);

/** SQL: the province as the contracts spell it, with or without "Provincie" in front; any Brussels name is the Brussels region. */
export const province = (cell: string): string =>
  meaning(
    cell,
    Object.fromEntries(PROVINCES.map((name) => [name, name])),
    PROVINCES.map((name) => [
      name.startsWith("Brussel") ? "brussel" : `^(prov(incie|[.])? )?${name.replace("-", "[- ]")}$`,
      name,
    ]),
  );

/** The text cells that name a study track. */
export interface Track {
  studierichting: string;
  administratieve_groep: string;
}

/**
 * SQL: the STEM class of a study track, by its own name or else its administrative group, as it held in the school year that starts in `year`.
 * A track without a class is `unclassified`: it is kept, and never guessed.
 */
export const stemCategory = (
  names: { studierichting: string; administratieve_groep: string },
  year: string,
): string => {
  const years = (column: string, blank: string) =>
    `left(coalesce(nullif(cast(class.${column} as varchar), ''), '${blank}'), 4)`;
  const found = Object.entries(names).map(
    ([kind, cell]) => `(select arg_max(class.stem_category, ${years("valid_from", "0000")})
      from reference.stem_classification as class
      where class.kind = ${quoted(kind)} and lower(class.name) = lower(${applicable(cell)})
        and ${years("valid_from", "0000")} <= ${year} and ${years("valid_until", "9999")} >= ${year})`,
  );
  return `coalesce(${found.join(", ")}, 'unclassified')`;
};

/** Tracks without a class, for the load report: the largest are to be classified first; pupils without a track go by their `year`. */
export const unclassified = (names: Track, year: string[], category: string, headcount: string) => ({
  rule: "unclassified_track",
  when: `${category} = 'unclassified'`,
  label: `coalesce(${applicable(names.studierichting)}, ${applicable(names.administratieve_groep)},
    nullif(concat_ws(', ', ${year.map(cleanSql).join(", ")}), ''), '?')`,
  amount: headcount,
});

import { z } from "zod";

/** A message in the two languages of the project. */
export interface Words {
  nl: string;
  en: string;
}

/**
 * One kind of cell: how a text becomes a value, told twice. `zod` reads one text (null when blank) and names the broken rule;
 * `sql` gives the same value and the same verdict as DuckDB expressions over a whole file. A property test holds the two together.
 */
export interface Cell<T> {
  kind: string;
  zod: z.ZodType<T | null, string>;
  sqlType: string;
  /** DuckDB expression for the value of a cell's text, not cleaned yet (null when it is blank or cannot be read). */
  sqlValue(text: string): string;
  /** DuckDB expression, true when a value that could be read is allowed. */
  sqlAllowed(value: string): string;
  /** What the cell must be, for messages, templates and the data dictionary. */
  expects: Words;
  /** A text that the cell accepts, for templates; invented, and easy to tell from real data. */
  example?: string | undefined;
}

/** White space that is cut from both ends of a cell; non-breaking spaces and byte-order marks come out of spreadsheets. */
const SPACE = " \t\r\n\u00a0\u202f\ufeff";
/** Texts that stand for "nothing": null, never zero. */
export const BLANKS = ["", "-", "n.v.t.", "undefined", "NaN"];

const cut = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
/** Letters with their accents in one, as macOS writes them in two; a text with a NUL is no text, and is left for its kind to refuse. */
const composed = (text: string) => (text.includes("\0") ? text : text.normalize("NFC"));
const cleanText = (cell: string): string | null => {
  const text = cell.replace(cut, "");
  return BLANKS.includes(text) ? null : text;
};
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** DuckDB works out a text that stands twice twice, and prepares it as often: a lambda names it once. */
const once = (text: string, then: (name: string) => string): string =>
  `list_transform([${text}], lambda text: ${then("text")})[1]`;
/** True when a text is one of a list; a long `in` would become a join, and a join does not keep the order of a file. */
const isOneOf = (text: string, options: readonly string[]) =>
  `list_contains([${options.map(quoted).join(", ")}], ${text})`;
const composedSql = (text: string) =>
  `case when strlen(${text}) = length(${text}) or contains(${text}, chr(0)) then ${text} else nfc_normalize(${text}) end`;
const cleaned = (text: string, then: string): string => `case when ${isOneOf(text, BLANKS)} then null else ${then} end`;
export const cleanSql = (cell: string): string =>
  once(`trim(${cell}, ${quoted(SPACE)})`, (text) => cleaned(text, composedSql(text)));

interface Reading<T> {
  kind: string;
  sqlType: string;
  expects: Words;
  example?: string | undefined;
  read(text: string): T | null;
  /** The same in DuckDB, over a cleaned text. */
  sqlRead(text: string): string;
  /** A cheaper DuckDB reading of a text that is written in the plainest way, null for any other; most cells are. */
  sqlPlain?(text: string): string;
  allowed?(value: T): boolean;
  sqlAllowed?(value: string): string;
}

function cell<T>({
  kind,
  sqlType,
  expects,
  example,
  read,
  sqlRead,
  sqlPlain,
  allowed = () => true,
  sqlAllowed = () => "true",
}: Reading<T>): Cell<T> {
  const schema = z.string().transform((raw, context): T | null => {
    const text = cleanText(raw);
    if (text === null) return null;
    const value = read(text);
    const rule = value === null ? "unreadable" : allowed(value) ? null : "not_allowed";
    if (rule === null) return value;
    context.addIssue({ code: "custom", message: rule });
    return z.NEVER;
  });
  const sqlValue = (text: string) => {
    const careful = once(`trim(${text}, ${quoted(SPACE)})`, (name) => cleaned(name, sqlRead(name)));
    return `case when ${text} is not null then ${sqlPlain ? `coalesce(${sqlPlain(text)}, ${careful})` : careful} end`;
  };
  return { kind, zod: schema, sqlType, sqlValue, sqlAllowed, expects, example };
}

const matching = (pattern: string, then: string) => (text: string) =>
  `case when regexp_full_match(${text}, ${quoted(pattern)}) then ${then.replaceAll("?", text)} end`;
const full = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a formula of a spreadsheet leaves where it found nothing or went wrong, in English, Dutch and French. */
const ERROR =
  "#(N/A|N/B|(REF|VERW|VALUE|WAARDE|VALEUR|DIV/0|DEEL/0|NUM|GETAL|NOMBRE|NULL|LEEG|NUL)!|(NAME|NAAM|NOM)\\?)";

/** Free text in one line or more, up to `longest` characters; control characters and the errors of a spreadsheet are refused. */
export function text({ longest = 500 } = {}): Cell<string> {
  // U+2060 marks a text that is not what the file declared it to be
  const control = `[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\u2060]|^${ERROR}$`;
  const found = new RegExp(control);
  return cell({
    kind: "text",
    sqlType: "VARCHAR",
    expects: { nl: `tekst tot ${longest} tekens`, en: `text of up to ${longest} characters` },
    example: "voorbeeld".slice(0, longest),
    read: (text) => (found.test(text) ? null : composed(text)),
    sqlRead: (text) => `case when not regexp_matches(${text}, ${quoted(control)}) then ${composedSql(text)} end`,
    allowed: (value) => [...value].length <= longest,
    sqlAllowed: (value) => `length(${value}) <= ${longest}`,
  });
}

/** What a spreadsheet makes of an identifier: a day, or a number of which the last digits are lost. */
const SPOILT = "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]([.,][0-9]+)?[eE][+][0-9]+";
const spoilt = full(SPOILT);

/** An identifier: letters, digits and `. _ : / # + -`, without spaces; after a first `#` no `/`, for `#N/A` is a lookup that failed. */
export function code({
  pattern = "[A-Za-z0-9][A-Za-z0-9._:/#+-]{0,63}|#[A-Za-z0-9._:#+-]{0,63}",
  expects = { nl: "een code zonder spaties", en: "a code without spaces" },
  example = "VOORBEELD-1",
} = {}): Cell<string> {
  return cell({
    kind: "code",
    sqlType: "VARCHAR",
    expects,
    example,
    read: (text) => (full(pattern).test(text) && !spoilt.test(text) ? text : null),
    sqlRead: (text) =>
      `case when regexp_full_match(${text}, ${quoted(pattern)}) and not regexp_full_match(${text}, ${quoted(SPOILT)}) then ${text} end`,
    sqlPlain: (text) =>
      `case when not ${isOneOf(text, BLANKS)} and regexp_full_match(${text}, ${quoted(pattern)})
        and not regexp_full_match(${text}, ${quoted(SPOILT)}) then ${text} end`,
  });
}

/** A school or site number: `123`, `0123` and a spreadsheet's `123.0` are the same number; another code stays as it is. */
export function schoolNumber(): Cell<string> {
  const pattern = "[0-9]{1,12}([.]0{1,2})?|[A-Za-z][A-Za-z0-9-]{0,31}";
  return cell({
    kind: "school_number",
    sqlType: "VARCHAR",
    expects: { nl: "een schoolnummer", en: "a school number" },
    example: "900001",
    read: (text) => (full(pattern).test(text) ? text.replace(/[.]0{1,2}$/, "").replace(/^0+(?=[0-9])/, "") : null),
    sqlRead: matching(pattern, "regexp_replace(regexp_replace(?, '[.]0{1,2}$', ''), '^0+([0-9])', '\\1')"),
    sqlPlain: (text) => `case when regexp_full_match(${text}, '[1-9][0-9]{0,11}') then ${text} end`,
  });
}

/** A whole number from `min` to `max`, digits only: `1.234` and `1e3` are refused. */
export function integer({ min = 0, max = 999_999_999 } = {}): Cell<number> {
  const pattern = "-?[0-9]{1,9}";
  return cell({
    kind: "integer",
    sqlType: "INTEGER",
    expects: { nl: `een geheel getal van ${min} tot ${max}`, en: `a whole number from ${min} to ${max}` },
    example: String(min <= 12 && max >= 12 ? 12 : Math.round((min + max) / 2)),
    read: (text) => (full(pattern).test(text) ? Number(text) + 0 : null),
    sqlRead: matching(pattern, "cast(? as integer)"),
    sqlPlain: (text) =>
      `case when cast(try_cast(${text} as integer) as varchar) = ${text} and abs(try_cast(${text} as integer)) <= 999999999
        then try_cast(${text} as integer) end`,
    allowed: (value) => value >= min && value <= max,
    sqlAllowed: (value) => `${value} between ${min} and ${max}`,
  });
}

/** A number with a decimal point and at most `places` decimals, from `min` to `max`; stored exactly. */
export function decimal({ min = 0, max = 999_999_999_999, places = 2 } = {}): Cell<number> {
  const pattern = `-?[0-9]{1,12}([.][0-9]{1,${places}})?`;
  return cell({
    kind: "decimal",
    sqlType: `DECIMAL(18,${places})`,
    expects: {
      nl: `een getal van ${min} tot ${max} met een punt en hoogstens ${places} decimalen`,
      en: `a number from ${min} to ${max} with a point and at most ${places} decimals`,
    },
    example: String(min <= 12 && max >= 13 ? 12.5 : (min + max) / 2),
    read: (text) => (full(pattern).test(text) ? Number(text) + 0 : null),
    sqlRead: matching(pattern, `cast(? as decimal(18,${places}))`),
    allowed: (value) => value >= min && value <= max,
    sqlAllowed: (value) => `${value} between ${min} and ${max}`,
  });
}

const DAY = "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}";
const isDay = (text: string) => {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text.slice(0, 10));
};

/** A calendar day `yyyy-mm-dd` between 1900 and 2099; an impossible day is refused, never rolled over. */
export function date(): Cell<string> {
  return cell({
    kind: "date",
    sqlType: "DATE",
    expects: { nl: "een bestaande datum jjjj-mm-dd", en: "an existing date yyyy-mm-dd" },
    example: "2025-09-01",
    read: (text) => (full(DAY).test(text) && isDay(text) ? text : null),
    sqlRead: matching(DAY, "try_cast(? as date)"),
    sqlPlain: (text) =>
      `case when try_cast(${text} as date) between date '1900-01-01' and date '2099-12-31'
        and cast(try_cast(${text} as date) as varchar) = ${text} then try_cast(${text} as date) end`,
  });
}

/** A moment `yyyy-mm-dd hh:mm[:ss]` (a `T` between and a final `Z` are allowed), read as UTC; a day alone is its midnight. */
export function moment(): Cell<string> {
  const pattern = `${DAY}([ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?Z?)?`;
  return cell({
    kind: "moment",
    sqlType: "TIMESTAMP",
    expects: { nl: "een bestaand tijdstip jjjj-mm-dd uu:mm", en: "an existing moment yyyy-mm-dd hh:mm" },
    example: "2025-09-01 14:30",
    read: (text) =>
      full(pattern).test(text) && isDay(text)
        ? `${text.slice(0, 10)} ${(text.slice(11).replace("Z", "") || "00:00").padEnd(8, ":00")}`
        : null,
    sqlRead: matching(
      pattern,
      "case when length(replace(?, 'Z', '')) = 16 then try_cast(replace(replace(?, 'Z', ''), 'T', ' ') || ':00' as timestamp) else try_cast(replace(replace(?, 'Z', ''), 'T', ' ') as timestamp) end",
    ),
  });
}

const YES = ["ja", "yes", "true", "waar", "1", "j", "y"];
const NO = ["nee", "neen", "no", "false", "onwaar", "0", "n"];

/** Yes or no, in Dutch or English, as a word, a letter or 1/0; capitals do not matter. */
export function yesNo(): Cell<boolean> {
  return cell({
    kind: "yes_no",
    sqlType: "BOOLEAN",
    expects: { nl: "ja of nee", en: "yes or no" },
    example: "ja",
    read: (text) => (YES.includes(lower(text)) ? true : NO.includes(lower(text)) ? false : null),
    sqlRead: (text) => {
      const small = `translate(${text}, '${ASCII}', '${ASCII.toLowerCase()}')`;
      return `case when ${isOneOf(small, YES)} then true when ${isOneOf(small, NO)} then false end`;
    },
    sqlPlain: (text) => `case when ${isOneOf(text, YES)} then true when ${isOneOf(text, NO)} then false end`,
  });
}

/** One of a fixed list of words, as written there; only the capitals A-Z may differ. */
export function choice<const T extends string>(...options: T[]): Cell<T> {
  const bySmall = new Map(options.map((option) => [lower(option), option]));
  const list = (words: readonly string[]) => `[${words.map(quoted).join(", ")}]`;
  return cell({
    kind: "choice",
    sqlType: "VARCHAR",
    expects: { nl: `een van: ${options.join(", ")}`, en: `one of: ${options.join(", ")}` },
    example: options[0],
    read: (text) => bySmall.get(lower(text)) ?? null,
    sqlRead: (text) =>
      `${list(options)}[list_position(${list(options.map(lower))}, translate(${text}, '${ASCII}', '${ASCII.toLowerCase()}'))]`,
    sqlPlain: (text) => `case when ${isOneOf(text, options)} then ${text} end`,
  });
}

/** A school year `2024-2025`: two consecutive years. */
export function schoolYear(): Cell<string> {
  const pattern = "(19|20)[0-9]{2}-(19|20)[0-9]{2}";
  return cell({
    kind: "school_year",
    sqlType: "VARCHAR",
    expects: { nl: "een schooljaar zoals 2024-2025", en: "a school year such as 2024-2025" },
    example: "2025-2026",
    read: (text) => (full(pattern).test(text) && Number(text.slice(5)) === Number(text.slice(0, 4)) + 1 ? text : null),
    sqlRead: matching(
      pattern,
      "case when cast(substr(?, 6) as integer) = cast(substr(?, 1, 4) as integer) + 1 then ? end",
    ),
  });
}

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
  /** DuckDB expression for the value of a cleaned text (null when it cannot be read). */
  sqlValue(text: string): string;
  /** DuckDB expression, true when a value that could be read is allowed. */
  sqlAllowed(value: string): string;
  /** What the cell must be, for messages, templates and the data dictionary. */
  expects: Words;
}

/** White space that is cut from both ends of a cell; non-breaking spaces and byte-order marks come out of spreadsheets. */
const SPACE = " \t\r\n\u00a0\u202f\ufeff";
/** Texts that stand for "nothing": null, never zero. */
export const BLANKS = ["", "-", "n.v.t.", "undefined", "NaN"];

const cut = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
export const cleanText = (cell: string): string | null => {
  const text = cell.replace(cut, "");
  return BLANKS.includes(text) ? null : text;
};
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const cleanSql = (cell: string): string => {
  const text = `trim(${cell}, ${quoted(SPACE)})`;
  return `case when ${text} in (${BLANKS.map(quoted).join(", ")}) then null else ${text} end`;
};

interface Reading<T> {
  kind: string;
  sqlType: string;
  expects: Words;
  read(text: string): T | null;
  sqlValue(text: string): string;
  allowed?(value: T): boolean;
  sqlAllowed?(value: string): string;
}

function cell<T>({
  kind,
  sqlType,
  expects,
  read,
  sqlValue,
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
  return { kind, zod: schema, sqlType, sqlValue, sqlAllowed, expects };
}

const matching = (pattern: string, then: string) => (text: string) =>
  `case when regexp_full_match(${text}, ${quoted(pattern)}) then ${then.replaceAll("?", text)} end`;
const full = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Free text in one line or more, up to `longest` characters; control characters are refused. */
export function text({ longest = 500 } = {}): Cell<string> {
  const control = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]";
  const found = new RegExp(control);
  return cell({
    kind: "text",
    sqlType: "VARCHAR",
    expects: { nl: `tekst tot ${longest} tekens`, en: `text of up to ${longest} characters` },
    read: (text) => (found.test(text) ? null : text),
    sqlValue: (text) => `case when not regexp_matches(${text}, ${quoted(control)}) then ${text} end`,
    allowed: (value) => [...value].length <= longest,
    sqlAllowed: (value) => `length(${value}) <= ${longest}`,
  });
}

/** An identifier: letters, digits and `. _ : / # + -`, without spaces. */
export function code({
  pattern = "[A-Za-z0-9#][A-Za-z0-9._:/#+-]{0,63}",
  expects = { nl: "een code zonder spaties", en: "a code without spaces" },
} = {}): Cell<string> {
  return cell({
    kind: "code",
    sqlType: "VARCHAR",
    expects,
    read: (text) => (full(pattern).test(text) ? text : null),
    sqlValue: matching(pattern, "?"),
  });
}

/** A whole number from `min` to `max`, digits only: `1.234` and `1e3` are refused. */
export function integer({ min = 0, max = 999_999_999 } = {}): Cell<number> {
  const pattern = "-?[0-9]{1,9}";
  return cell({
    kind: "integer",
    sqlType: "INTEGER",
    expects: { nl: `een geheel getal van ${min} tot ${max}`, en: `a whole number from ${min} to ${max}` },
    read: (text) => (full(pattern).test(text) ? Number(text) + 0 : null),
    sqlValue: matching(pattern, "cast(? as integer)"),
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
    read: (text) => (full(pattern).test(text) ? Number(text) + 0 : null),
    sqlValue: matching(pattern, `cast(? as decimal(18,${places}))`),
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
    read: (text) => (full(DAY).test(text) && isDay(text) ? text : null),
    sqlValue: matching(DAY, "try_cast(? as date)"),
  });
}

/** A moment `yyyy-mm-dd hh:mm[:ss]` (a `T` between and a final `Z` are allowed), read as UTC. */
export function moment(): Cell<string> {
  const pattern = `${DAY}[ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?Z?`;
  return cell({
    kind: "moment",
    sqlType: "TIMESTAMP",
    expects: { nl: "een bestaand tijdstip jjjj-mm-dd uu:mm", en: "an existing moment yyyy-mm-dd hh:mm" },
    read: (text) =>
      full(pattern).test(text) && isDay(text)
        ? `${text.slice(0, 10)} ${text.slice(11).replace("Z", "")}`.padEnd(19, ":00")
        : null,
    sqlValue: matching(
      pattern,
      "case when length(replace(?, 'Z', '')) = 16 then try_cast(replace(replace(?, 'Z', ''), 'T', ' ') || ':00' as timestamp) else try_cast(replace(replace(?, 'Z', ''), 'T', ' ') as timestamp) end",
    ),
  });
}

const YES = ["ja", "yes", "true", "waar", "1", "j", "y"];
const NO = ["nee", "neen", "no", "false", "onwaar", "0", "n"];

/** Yes or no, in Dutch or English, as a word, a letter or 1/0; capitals do not matter. */
export function yesNo(): Cell<boolean> {
  const list = (words: string[]) => words.map(quoted).join(", ");
  return cell({
    kind: "yes_no",
    sqlType: "BOOLEAN",
    expects: { nl: "ja of nee", en: "yes or no" },
    read: (text) => (YES.includes(lower(text)) ? true : NO.includes(lower(text)) ? false : null),
    sqlValue: (text) => {
      const small = `translate(${text}, '${ASCII}', '${ASCII.toLowerCase()}')`;
      return `case when ${small} in (${list(YES)}) then true when ${small} in (${list(NO)}) then false end`;
    },
  });
}

/** One of a fixed list of words, as written there; only the capitals A-Z may differ. */
export function choice<const T extends string>(...options: T[]): Cell<T> {
  const bySmall = new Map(options.map((option) => [lower(option), option]));
  const pairs = options.map((option) => `when ${quoted(lower(option))} then ${quoted(option)}`).join(" ");
  return cell({
    kind: "choice",
    sqlType: "VARCHAR",
    expects: { nl: `een van: ${options.join(", ")}`, en: `one of: ${options.join(", ")}` },
    read: (text) => bySmall.get(lower(text)) ?? null,
    sqlValue: (text) => `case translate(${text}, '${ASCII}', '${ASCII.toLowerCase()}') ${pairs} end`,
  });
}

/** A school year `2024-2025`: two consecutive years. */
export function schoolYear(): Cell<string> {
  const pattern = "(19|20)[0-9]{2}-(19|20)[0-9]{2}";
  return cell({
    kind: "school_year",
    sqlType: "VARCHAR",
    expects: { nl: "een schooljaar zoals 2024-2025", en: "a school year such as 2024-2025" },
    read: (text) => (full(pattern).test(text) && Number(text.slice(5)) === Number(text.slice(0, 4)) + 1 ? text : null),
    sqlValue: matching(
      pattern,
      "case when cast(substr(?, 6) as integer) = cast(substr(?, 1, 4) as integer) + 1 then ? end",
    ),
  });
}

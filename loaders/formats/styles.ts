import { cleanSql, quoted } from "../contracts/cells.ts";
import { type DateStyle, type NumberStyle, unreadable } from "./format.ts";
import { once } from "./once.ts";

const NUMBERS = {
  dutch: { pattern: "-?([1-9][0-9]{0,2}([. ][0-9]{3})+|[0-9]+)(,[0-9]+)?", groups: ".", comma: "," },
  english: { pattern: "-?([1-9][0-9]{0,2}([, ][0-9]{3})+|[0-9]+)([.][0-9]+)?", groups: ",", comma: "." },
};

const read = (cell: string, reading: (text: string) => string) =>
  once(cleanSql(cell), "given", (given) => `coalesce(${reading(given)}, ${unreadable(given)})`);

/** SQL: the number in a cell as digits with a decimal point. `1.234` is 1234 under `dutch`, and `1234.5` cannot be read there; a plain cell is left to its contract. */
export function numberText(cell: string, style: NumberStyle): string {
  if (style === "plain") return cell;
  const { pattern, groups, comma } = NUMBERS[style];
  return read(
    cell,
    (text) =>
      `case when regexp_full_match(${text}, ${quoted(pattern)}) then replace(replace(replace(${text}, ${quoted(groups)}, ''), ' ', ''), ${quoted(comma)}, '.') end`,
  );
}

const CURRENCY = "(?:€|EUR|Eur|eur|euro|Euro)";
const SPACES = "[ \\x{a0}\\x{202f}\\x{2009}]";

/** SQL: an amount of money without its sign of currency, its spaces even, and in brackets or with a minus behind as less than nothing. */
export function moneyText(cell: string, style: NumberStyle): string {
  if (style === "plain") return cell;
  const bare = `trim(regexp_replace(regexp_replace(regexp_replace(${cleanSql(cell)}, '${SPACES}+', ' ', 'g'), '^([(-]?) ?${CURRENCY} ?', '\\1'), ' ?${CURRENCY}(\\)?)$', '\\1'))`;
  return numberText(
    once(
      bare,
      "amount",
      (text) => `case when regexp_full_match(${text}, '\\([^()-]+\\)') then '-' || trim(${text}, '() ')
      when regexp_full_match(${text}, '[0-9][^-]*-') then '-' || trim(${text}, '- ') else regexp_replace(${text}, '^- ', '-') end`,
    ),
    style,
  );
}

const MONTHS = [
  "jan january januari januar",
  "feb february februari febr februar",
  "mar march maart mrt märz mär",
  "apr april",
  "may mei mai",
  "jun june juni",
  "jul july juli",
  "aug august augustus",
  "sep september sept",
  "oct october okt oktober",
  "nov november",
  "dec december dez dezember",
].map((names) => names.split(" "));
const month = (name: string) =>
  `case ${MONTHS.map((names, i) => `when lower(${name}) in (${names.map(quoted).join(", ")}) then '${i + 1}'`).join(" ")} end`;

const CLOCK = "(?:,?[ T]+([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?(?:[ \\x{a0}\\x{202f}]?([AaPp])[Mm])?)?";
const TIME = ["hour", "minute", "second", "half"];

export interface Grain {
  grain: "day" | "moment";
  /** The last day that the file speaks of: it gives a date without a year its year. */
  end?: string;
  /** The workbook counts its days from 1 January 1904. */
  from1904?: boolean;
}

const hour = `case when part.half = '' then cast(part.hour as integer)
  when cast(part.hour as integer) between 1 and 12 then cast(part.hour as integer) % 12 + case when lower(part.half) = 'p' then 12 else 0 end end`;
const clock = `case when part.hour <> '' then ' ' || lpad(cast(${hour} as varchar), 2, '0') || ':' || part.minute || ':' || case part.second when '' then '00' else part.second end end`;

/** The parts of a text under `pattern` as a day, or as a moment; null when the text, the day or the hour is not there. */
const reading = (
  text: string,
  pattern: string,
  names: string[],
  grain: Grain["grain"],
  part: { year: string; month: string; day: string },
) => {
  const day = `cast(try_cast(${part.year} || '-' || lpad(${part.month}, 2, '0') || '-' || lpad(${part.day}, 2, '0') as date) as varchar)`;
  const found = `regexp_extract(${text}, ${quoted(`^${pattern}${CLOCK}$`)}, [${[...names, ...TIME].map(quoted).join(", ")}])`;
  const whole =
    grain === "day" ? `case when part.hour = '' or ${clock} is not null then ${day} end` : `${day} || ${clock}`;
  return `list_transform([${found}], lambda part: ${whole})[1]`;
};

const numeric = (text: string, first: "day" | "month", grain: Grain["grain"]) => {
  const years = first === "day" ? "[0-9]{4}" : "[0-9]{4}|[0-9]{2}";
  const [one, two] = first === "day" ? ["day", "month"] : ["month", "day"];
  const year =
    "case when length(part.year) = 2 then case when part.year < '70' then '20' else '19' end || part.year else part.year end";
  const found = ["/", "[.]", "-"].map((between) =>
    reading(text, `([0-9]{1,2})${between}([0-9]{1,2})${between}(${years})`, [one, two, "year"], grain, {
      year,
      month: "part.month",
      day: "part.day",
    }),
  );
  return `coalesce(${found.join(", ")})`;
};

const WEEKDAY =
  "(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
const DAY_BEFORE = `(?:(?i:${WEEKDAY})[.,]? )?`;

const named = (text: string, grain: Grain["grain"]) => {
  const part = { year: "part.year", month: month("part.month"), day: "part.day" };
  const american = reading(
    text,
    `${DAY_BEFORE}([A-Za-z]+)[.]? ([0-9]{1,2}),? ([0-9]{4})`,
    ["month", "day", "year"],
    grain,
    part,
  );
  const dutch = reading(
    text,
    `${DAY_BEFORE}([0-9]{1,2}) ([A-Za-z]+)[.]? ([0-9]{4})`,
    ["day", "month", "year"],
    grain,
    part,
  );
  return `coalesce(${american}, ${dutch})`;
};

/** `12-sep-25`, `12 september 2025`, `vrijdag 12 september 2025`: the month as a word, so that no other style is near. */
const writtenOut = (text: string, grain: Grain["grain"]) => {
  const year = "case when length(part.year) = 2 then '20' || part.year else part.year end";
  const part = { year, month: month("part.month"), day: "part.day" };
  return reading(
    text,
    `(?i:${WEEKDAY}[.,]? )?([0-9]{1,2})[- ]([A-Za-z]+)[.]?[- ]'?([0-9]{4}|[0-9]{2})`,
    ["day", "month", "year"],
    grain,
    part,
  );
};

const withoutYear = (text: string, { grain, end = "" }: Grain) => {
  const after = `lpad(${month("part.month")}, 2, '0') || '-' || lpad(part.day, 2, '0') > ${quoted(end.slice(5))}`;
  const year = `case when ${after} then ${quoted(String(Number(end.slice(0, 4)) - 1))} else ${quoted(end.slice(0, 4))} end`;
  const part = { year, month: month("part.month"), day: "part.day" };
  const american = reading(text, "([A-Za-z]+)[.]? ([0-9]{1,2})", ["month", "day"], grain, part);
  const dutch = reading(text, "([0-9]{1,2}) ([A-Za-z]+)[.]?", ["day", "month"], grain, part);
  return `coalesce(${american}, ${dutch})`;
};

/** 1 January 1990 and 2100 for Excel: a number before the first is a year or a count sooner than a day. */
const SERIALS = { first: 32874, end: 73051 };

/** Days between the two beginnings of time that workbooks know. */
const TO_1904 = 1462;

/** Days since 30 December 1899, or since 1 January 1904. */
const serial = (text: string, { grain, from1904 }: Grain) => {
  const read = `try_cast(replace(case when regexp_full_match(${text}, '[0-9]{2,5}([.,][0-9]+)?') then ${text} end, ',', '.') as double)${from1904 ? ` + ${TO_1904}` : ""}`;
  const value = (days: string) =>
    grain === "day"
      ? `strftime(date '1899-12-30' + cast(floor(${days}) as integer), '%Y-%m-%d')`
      : `strftime(timestamp '1899-12-30' + to_seconds(cast(round(${days} * 86400) as bigint)), '%Y-%m-%d %H:%M:%S')`;
  return once(
    read,
    "days",
    (days) => `case when ${days} >= ${SERIALS.first} and ${days} < ${SERIALS.end} then ${value(days)} end`,
  );
};

/** SQL: the day or moment in a cell as `yyyy-mm-dd[ hh:mm:ss]`. An impossible day cannot be read and is never rolled over. */
export function dateText(cell: string, style: DateStyle, grain: Grain): string {
  switch (style) {
    case "iso":
      return cleanSql(cell);
    case "dmy":
      return read(cell, (text) => `coalesce(${numeric(text, "day", grain.grain)}, ${writtenOut(text, grain.grain)})`);
    case "mdy":
      return read(cell, (text) => numeric(text, "month", grain.grain));
    case "month_name":
      return read(cell, (text) => named(text, grain.grain));
    case "no_year":
      return read(cell, (text) => withoutYear(text, grain));
    case "excel":
      return read(cell, (text) => serial(text, grain));
    case "compact":
      return read(cell, (text) =>
        reading(text, "([0-9]{4})([0-9]{2})([0-9]{2})", ["year", "month", "day"], grain.grain, {
          year: "part.year",
          month: "part.month",
          day: "part.day",
        }),
      );
  }
}

/** SQL: an ISO day or moment is never mistaken for another style, so a workbook's true dates pass beside the texts of the file's own style. */
export function isoOr(cell: string, otherwise: string, { grain }: Grain): string {
  const text = cleanSql(cell);
  const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  const time = "[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?";
  const sought = grain === "day" ? `${day}(${time}([.][0-9]+)?Z?)?` : `${day}${time}Z?`;
  return `case when regexp_full_match(${text}, ${quoted(sought)}) then ${grain === "day" ? `left(${text}, 10)` : text} else ${otherwise} end`;
}

/**
 * SQL: the one line that refuses a column in which true dates, none with a day beyond 12, stand beside texts of days that no month has: a
 * spreadsheet read the first as month and day the other way round. Over all text cells and `_line`; none for text files, which hold no true dates.
 */
export function swappedRefusals(cell: string, file: string): string[] {
  if (!/\.xls[xm]$/i.test(file)) return [];
  const text = cleanSql(cell);
  const isDate = `regexp_matches(${text}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}')`;
  const part = (n: number) =>
    `try_cast(regexp_extract(${text}, '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.][0-9]{2,4}', ${n}) as integer)`;
  const isLate = `coalesce(greatest(${part(1)}, ${part(2)}) > 12, false)`;
  const first = (when: string) => `arg_min(${text}, _line) filter (where ${when})`;
  return [
    `case when bool_or(${isDate}) and bool_or(${isLate}) and bool_and(not ${isDate} or substr(${text}, 9, 2) <= '12')
    and bool_and(${isDate} or ${part(1)} is null or ${isLate})
    then 'day and month were swapped by a spreadsheet: ' || ${first(isDate)} || ' is a date (line ' || min(_line) filter (where ${isDate})
      || ') beside the text ' || ${first(isLate)} || ' (line ' || min(_line) filter (where ${isLate}) || ${quoted(`); export it again and do not save it in a spreadsheet (${file})`)} end`,
  ];
}
